package org.consumptionaid.console.frame;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives templates {@code #page} and {@code #format}. Not beans by {@code @page}: Thymeleaf refuses
 * those in links and {@code data-*} attributes.
 */
@Component
class PageDialect extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Object> objects;

    PageDialect(PageFrame page, Formats format) {
        super("console");
        this.objects = Map.of("page", page, "format", format);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return objects.keySet();
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return objects.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
