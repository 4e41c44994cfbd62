package org.consumptionaid.marketplace.attachment;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a file is not taken. */
public sealed interface AttachmentRefusal extends Refusal {
    record FileTooLarge(long mostMebibytes) implements AttachmentRefusal {}

    record FileEmpty() implements AttachmentRefusal {}

    /** By its content it is neither PDF nor JPEG nor PNG nor OFD nor XML. */
    record FileTypeNotAllowed() implements AttachmentRefusal {}

    /** It begins as what it should be, but is cut off or broken. */
    record FileDamaged() implements AttachmentRefusal {}

    record TooManyPixels(long mostMegapixels) implements AttachmentRefusal {}

    /** 1 to 120 characters are needed. */
    record FileNameInvalid() implements AttachmentRefusal {}

    /** One of the named files does not exist or is another organisation's. */
    record UnknownAttachment() implements AttachmentRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case FileTooLarge(long most) ->
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "file-too-large", most);
            case FileEmpty() -> unprocessable("file-empty");
            case FileTypeNotAllowed() -> unprocessable("file-type-not-allowed");
            case FileDamaged() -> unprocessable("file-damaged");
            case TooManyPixels(long most) -> unprocessable("too-many-pixels", most);
            case FileNameInvalid() ->
                    Problem.of(HttpStatus.BAD_REQUEST, "file-name-invalid").at("name");
            case UnknownAttachment() -> unprocessable("unknown-attachment").at("attachments");
        };
    }

    private static Problem unprocessable(String code, Object... arguments) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
    }
}
