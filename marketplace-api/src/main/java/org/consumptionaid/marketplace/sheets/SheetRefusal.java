package org.consumptionaid.marketplace.sheets;

import java.util.List;
import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;

/** Why a file is not taken, or an import not carried out. */
sealed interface SheetRefusal extends Refusal {
    record EmptyFile() implements SheetRefusal {}

    record FileTooLarge(long mostMegabytes) implements SheetRefusal {}

    /** Comma-separated or other plain text, whatever its name says. */
    record TextFile() implements SheetRefusal {}

    /** A web page that calls itself a spreadsheet. */
    record WebPage() implements SheetRefusal {}

    /** Excel 97–2003. */
    record OldFormat() implements SheetRefusal {}

    record Encrypted() implements SheetRefusal {}

    /** Another kind of file altogether. */
    record NotASpreadsheet() implements SheetRefusal {}

    record BinaryWorkbook() implements SheetRefusal {}

    record WithMacros() implements SheetRefusal {}

    /** It unpacks to more than a spreadsheet of this size would. */
    record UnpacksTooLarge() implements SheetRefusal {}

    record Damaged() implements SheetRefusal {}

    record OnlyHiddenSheets() implements SheetRefusal {}

    record NoTitles() implements SheetRefusal {}

    record ColumnsMissing(List<Column> columns) implements SheetRefusal {}

    record ColumnTwice(Column column) implements SheetRefusal {}

    /** There is something below a title that is not there, as under a merged one. */
    record TitleMissing(String columnLetter) implements SheetRefusal {}

    record NoRows() implements SheetRefusal {}

    record TooManyRows(int most) implements SheetRefusal {}

    /** It is still being checked, or was carried out. */
    record NotReady() implements SheetRefusal {}

    record BadRows(int count) implements SheetRefusal {}

    record NothingToImport() implements SheetRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case EmptyFile() -> file("sheet-empty-file");
            case FileTooLarge(long most) ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "sheet-too-large", most).at("file");
            case TextFile() -> file("sheet-text-file");
            case WebPage() -> file("sheet-web-page");
            case OldFormat() -> file("sheet-old-format");
            case Encrypted() -> file("sheet-encrypted");
            case NotASpreadsheet() -> file("sheet-not-a-spreadsheet");
            case BinaryWorkbook() -> file("sheet-binary-workbook");
            case WithMacros() -> file("sheet-with-macros");
            case UnpacksTooLarge() -> file("sheet-unpacks-too-large");
            case Damaged() -> file("sheet-damaged");
            case OnlyHiddenSheets() -> file("sheet-only-hidden");
            case NoTitles() -> file("sheet-no-titles");
            case ColumnsMissing(List<Column> columns) ->
                    file("sheet-columns-missing", titles(columns));
            case ColumnTwice(Column column) -> file("sheet-column-twice", title(column));
            case TitleMissing(String letter) -> file("sheet-title-missing", letter);
            case NoRows() -> file("sheet-no-rows");
            case TooManyRows(int most) -> file("sheet-too-many-rows", most);
            case NotReady() -> Problem.of(HttpStatus.CONFLICT, "import-not-ready");
            case BadRows(int count) -> Problem.of(HttpStatus.CONFLICT, "import-bad-rows", count);
            case NothingToImport() -> Problem.of(HttpStatus.CONFLICT, "import-nothing");
        };
    }

    private static Problem file(String code, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments).at("file");
    }

    private static MessageSourceResolvable titles(List<Column> columns) {
        return columns.stream()
                .map(SheetRefusal::title)
                .reduce((first, next) -> said("sheet.and", first, next))
                .orElseThrow();
    }

    private static MessageSourceResolvable title(Column column) {
        return said("sheet.column." + column.field());
    }

    private static MessageSourceResolvable said(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }
}
