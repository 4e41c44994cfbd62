package org.consumptionaid.marketplace.menu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.consumptionaid.marketplace.menu.MenuView.MenuDay;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A week's menu in the form canteens hang out: day, meal, dish, raw materials with amounts, method.
 * Blocks; call it where that is allowed.
 */
@Component
class MenuSheet {
    private static final List<String> COLUMNS =
            List.of("day", "meal", "dish", "kind", "ingredient", "grams", "method", "allergens");
    private static final int WIDTH = 16;
    private static final int MG_DIGITS = 3;
    private static final int GRAMS = 5;

    private final MessageSource messages;

    MenuSheet(MessageSource messages) {
        this.messages = messages;
    }

    String fileName(MenuView menu, Locale locale) {
        return say("menu.sheet.file", locale, menu.weekStart().toString()) + ".xlsx";
    }

    byte[] write(MenuView menu, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "marketplace", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(menu.weekStart().toString());
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, say("menu.sheet." + COLUMNS.get(i), locale));
                sheet.style(0, i).bold().set();
                sheet.width(i, WIDTH);
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (MenuDay day : menu.days()) {
                for (DishView dish : day.dishes()) {
                    row = dish(sheet, row, day, dish, locale);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private int dish(Worksheet sheet, int first, MenuDay day, DishView dish, Locale locale) {
        int row = first;
        for (DishView.Part part : dish.parts()) {
            sheet.value(row, 0, day.day().toString());
            sheet.value(row, 1, say("menu.sheet.lunch", locale));
            sheet.value(row, 2, named(dish.name(), dish.nameEn(), locale));
            sheet.value(row, 3, say("menu.kind." + dish.kind(), locale));
            sheet.value(row, 4, named(part.name(), part.nameEn(), locale));
            sheet.value(row, GRAMS, BigDecimal.valueOf(part.milligrams(), MG_DIGITS));
            sheet.style(row, GRAMS).format("0.0").set();
            sheet.value(row, 6, dish.method());
            sheet.value(row, 7, allergens(dish, locale));
            row++;
        }
        return row;
    }

    private String allergens(DishView dish, Locale locale) {
        return String.join(
                " ",
                dish.allergens().stream()
                        .map(allergen -> say("menu.allergen." + allergen, locale))
                        .toList());
    }

    private static String named(String zh, String en, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
