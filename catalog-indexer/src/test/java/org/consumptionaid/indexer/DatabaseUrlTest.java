package org.consumptionaid.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void becomesTheDriversAddress() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://indexer:secret@db.example:6432/market");

        assertThat(url.getJdbcUrl()).startsWith("jdbc:postgresql://db.example:6432/market?");
        assertThat(url.getUsername()).isEqualTo("indexer");
        assertThat(url.getPassword()).isEqualTo("secret");
    }

    @Test
    void decodesCredentials() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://a%40b:p%3A%2F%2B+%25@localhost/market");

        assertThat(url.getUsername()).isEqualTo("a@b");
        assertThat(url.getPassword()).isEqualTo("p:/++%");
    }

    @Test
    void keepsOptions() {
        assertThat(DatabaseUrl.parse("postgresql://a:b@h/market?sslmode=require").getJdbcUrl())
                .startsWith("jdbc:postgresql://h/market?sslmode=require&connectTimeout=");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://a:topsecret@h/market").toString())
                .doesNotContain("topsecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/market",
                "mysql://a:topsecret@h/market",
                "postgresql://h/market",
                "postgresql://a:top secret@h/market"
            })
    void refusesAnythingElseInOneSentence(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(MissingSetting.class)
                .hasMessage(
                        "The environment variable DATABASE_URL must be"
                                + " postgresql://user:password@host:port/database.");
    }
}
