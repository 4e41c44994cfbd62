package org.consumptionaid.marketplace.picture;

import org.consumptionaid.marketplace.shared.Problem;
import org.consumptionaid.marketplace.shared.Refusal;
import org.springframework.http.HttpStatus;

/** Why a picture is not taken. */
public sealed interface PictureRefusal extends Refusal {
    /** A PDF is evidence, no picture. */
    record NotAPicture() implements PictureRefusal {}

    /** It could not be decoded. */
    record PictureDamaged() implements PictureRefusal {}

    record TooManyPictures(int most) implements PictureRefusal {}

    record AltTooLong(int mostCharacters) implements PictureRefusal {}

    /** Pictures were added or removed since the caller last looked. */
    record PicturesChanged() implements PictureRefusal {}

    /** Too many pictures wait to be made smaller. */
    record PicturesBusy() implements PictureRefusal {}

    @Override
    default Problem problem() {
        return switch (this) {
            case NotAPicture() -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-picture");
            case PictureDamaged() -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "file-damaged");
            case TooManyPictures(int most) ->
                    Problem.of(HttpStatus.CONFLICT, "too-many-pictures", most);
            case AltTooLong(int most) ->
                    Problem.of(HttpStatus.BAD_REQUEST, "alt-too-long", most).at("alt");
            case PicturesChanged() -> Problem.of(HttpStatus.CONFLICT, "pictures-changed");
            case PicturesBusy() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy");
        };
    }
}
