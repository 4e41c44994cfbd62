package org.consumptionaid.console.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.consumptionaid.console.market.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Passes evidence files on to the API, before that which they are evidence of. */
@Component
public class Evidence {

    private final UploadedFile uploads;

    Evidence(UploadedFile uploads) {
        this.uploads = uploads;
    }

    /** What was kept, and why the next one was not. */
    public record Kept(List<String> ids, @Nullable Refusal refusal) {

        public @Nullable Refusal orTry(Supplier<@Nullable Refusal> next) {
            return refusal == null ? next.get() : refusal;
        }
    }

    /** Sends one file after the other until one is refused; a field left empty is no file. */
    public Kept keep(@Nullable List<MultipartFile> files, String idempotencyKey) {
        List<String> ids = new ArrayList<>();
        for (MultipartFile file : Objects.requireNonNullElse(files, List.<MultipartFile>of())) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            Refusal refusal =
                    name.isEmpty() && file.isEmpty()
                            ? null
                            : uploads.refusalOf(
                                    file,
                                    "/attachments?name={name}",
                                    name,
                                    idempotencyKey + "-file-" + ids.size(),
                                    Attachment.class,
                                    kept -> ids.add(kept.id()));
            if (refusal != null) {
                return new Kept(ids, refusal);
            }
        }
        return new Kept(ids, null);
    }
}
