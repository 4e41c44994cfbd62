package org.consumptionaid.console.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.consumptionaid.console.market.FileTransfer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file that a form sends and passes it on to the API. */
@Component
public class UploadedFile {

    private static final int MOST_MEBIBYTES = 20;
    private static final int TOO_LARGE = 413;

    private final FileTransfer files;
    private final Attempts attempts;
    private final MessageSource messages;

    UploadedFile(FileTransfer files, Attempts attempts, MessageSource messages) {
        this.files = files;
        this.attempts = attempts;
        this.messages = messages;
    }

    /**
     * Null when done; a file that is too large is not sent at all.
     *
     * @param path with the placeholder {@code {name}}
     * @param name what the placeholder stands for
     */
    public <T> @Nullable Refusal refusalOf(
            MultipartFile file,
            String path,
            String name,
            String idempotencyKey,
            Class<T> answer,
            Consumer<T> then) {
        if (file.getSize() > MOST_MEBIBYTES << 20) {
            return refusal("upload.too-large", TOO_LARGE);
        }
        return file.isEmpty()
                ? refusal("upload.empty", 422)
                : attempts.refusalOf(() ->
                        then.accept(
                                files.upload(
                                        path, name, idempotencyKey, file.getResource(), answer)));
    }

    private Refusal refusal(String key, int status) {
        String sentence =
                messages.getMessage(
                        key, new Object[] {MOST_MEBIBYTES}, LocaleContextHolder.getLocale());
        return new Refusal(sentence, Map.of("file", sentence), List.of(), status);
    }
}
