package org.consumptionaid.marketplace.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Locale;
import org.consumptionaid.marketplace.shared.IdempotencyKey;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's own description, {@code GET /openapi.json}. */
@Configuration(proxyBeanMethods = false)
class OpenApi {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Locale.class, IdempotencyKey.class);
    }

    @Bean
    OpenAPI description() {
        SecurityScheme bearer =
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BEARER)
                        .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info().title("消费帮扶集市 · Consumption-aid marketplace").version("0.1"))
                .components(new Components().addSecuritySchemes(BEARER, bearer))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Names the header that an operation takes its {@link IdempotencyKey} from. */
    @Bean
    OperationCustomizer idempotencyKeys() {
        return (operation, method) ->
                Arrays.stream(method.getMethodParameters())
                                .anyMatch(parameter ->
                                        parameter.getParameterType() == IdempotencyKey.class)
                        ? operation.addParametersItem(idempotencyKey())
                        : operation;
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .required(true)
                .schema(new StringSchema().maxLength(IdempotencyKey.LONGEST));
    }
}
