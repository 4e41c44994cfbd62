package org.consumptionaid.marketplace.shared;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Puts problems into words: RFC 9457, in the caller's language, with a stable type. */
@Component
public class ProblemRenderer {
    private static final String TYPE = "urn:consumption-aid:problem:";

    private final MessageSource messages;

    ProblemRenderer(MessageSource messages) {
        this.messages = messages;
    }

    public ProblemDetail render(Problem problem, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        Object[] arguments = problem.arguments().toArray();
        detail.setType(URI.create(TYPE + problem.code()));
        detail.setTitle(say(problem.code() + ".title", arguments, locale));
        detail.setDetail(say(problem.code() + ".detail", arguments, locale));
        if (problem.field() != null) {
            detail.setProperty("field", problem.field());
        }
        problem.facts().forEach(detail::setProperty);
        if (!problem.wrong().isEmpty()) {
            detail.setProperty(
                    "errors", problem.wrong().stream().map(one -> say(one, locale)).toList());
        }
        return detail;
    }

    private Map<String, Object> say(Problem.Wrong wrong, Locale locale) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("field", wrong.field());
        said.put("row", wrong.row());
        if (wrong.column() != null) {
            said.put("column", wrong.column());
        }
        said.put("message", messages.getMessage(wrong.key(), null, locale));
        return said;
    }

    /** The sentence of a refusal, for places that show it beside other things. */
    public String sentence(Refusal refusal, Locale locale) {
        Problem problem = refusal.problem();
        return say(problem.code() + ".detail", problem.arguments().toArray(), locale);
    }

    private String say(String key, Object[] arguments, Locale locale) {
        return messages.getMessage("problem." + key, arguments, locale);
    }
}
