package org.consumptionaid.indexer;

import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Where the database and Elasticsearch are; Spring Boot makes the pool and the client of it. Read
 * before any bean is made, so that nothing else has started, or complains, when a setting is
 * missing.
 */
final class Connections implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        SingletonBeanRegistry beans = context.getBeanFactory();
        beans.registerSingleton("databaseUrl", database(environment));
        beans.registerSingleton("elasticsearchUrl", elasticsearch(environment));
    }

    private static DatabaseUrl database(Environment environment) {
        return DatabaseUrl.parse(Setting.DATABASE.in(environment));
    }

    private static ElasticsearchUrl elasticsearch(Environment environment) {
        String apiKey = environment.getProperty("ELASTICSEARCH_API_KEY");
        return ElasticsearchUrl.parse(
                Setting.ELASTICSEARCH.in(environment), StringUtils.hasText(apiKey) ? apiKey : null);
    }
}
