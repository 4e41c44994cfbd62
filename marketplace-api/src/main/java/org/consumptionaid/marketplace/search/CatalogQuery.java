package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the index for a buyer's words. First what was meant: the words themselves, then
 * the same thing under another name, far enough below that neither season nor stock lifts it above.
 * If that finds nothing: a name with one other character; then whatever comes nearest.
 */
final class CatalogQuery {
    private static final String WORDS_ANALYZER = "smartcn";
    private static final int LONGEST_WITH_A_TYPO = 12;
    private static final int SHORTEST_WITH_A_TYPO = 3;
    private static final int MOST_INITIALS = 10;

    /** What the index puts behind names and their readings: 核桃 ends 和田核桃, not 大姚核桃油. */
    private static final String END = " endofname";

    private static final float IN_NAME = 100;
    private static final float ENDS_NAME = 60;
    private static final float IN_CATEGORY = 60;
    private static final float IN_VARIETY = 60;
    private static final float OTHER_NAME = 0.25f;
    private static final float RIGHT_WEIGHT = 120;
    private static final float RIGHT_GRADE = 60;
    private static final float INITIALS = 50;
    private static final float END_INITIALS = 40;

    // The places' pairs let their short forms match: 云南 is a pair of 云南省, but no word of it. The
    // single characters let 茶 match 绿茶.
    private static final List<String> WORDS =
            List.of(
                    "name^4",
                    "name.bigram^2",
                    "name.character",
                    "variety^2",
                    "variety.character",
                    "categoryName^2",
                    "categoryName.character",
                    "countyName^2",
                    "countyName.bigram^2",
                    "prefecture",
                    "prefecture.bigram",
                    "province",
                    "province.bigram",
                    "organisationName",
                    "organisationName.bigram",
                    "description^0.5");
    private static final List<String> PAIRS =
            List.of(
                    "name.bigram^3",
                    "variety.bigram",
                    "categoryName.bigram",
                    "countyName.bigram",
                    "prefecture.bigram",
                    "province.bigram",
                    "description.bigram^0.5");

    private CatalogQuery() {}

    /** What to ask in turn, until something is found; the first is what was asked for. */
    static List<Query> attempts(SearchWords words, ProductNames names) {
        List<Query> attempts = new ArrayList<>();
        attempts.add(preferring(words, asked(words, names)));
        if (words.isChinese()) {
            List<Query> typo = oneOtherCharacter(words.text());
            if (!typo.isEmpty()) {
                attempts.add(preferring(words, anyOf(typo)));
            }
            attempts.add(preferring(words, anyPair(words.text())));
            attempts.add(preferring(words, anyCharacter(words.text())));
        }
        if (words.isLatin()) {
            attempts.add(preferring(words, nearestReading(words.text())));
        }
        return attempts;
    }

    private static Query asked(SearchWords words, ProductNames names) {
        String text = words.text();
        if (text.isEmpty()) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        List<Query> any = new ArrayList<>();
        any.add(literally(text, 1));
        names.variants(text).forEach(variant -> any.add(literally(variant, OTHER_NAME)));
        if (words.isLatin()) {
            any.addAll(read(text));
            names.readAs(text).forEach(name -> any.add(literally(name, OTHER_NAME)));
        }
        return best(any);
    }

    /** All words somewhere in the product; much better if its name has the text as it stands. */
    private static Query literally(String text, float boost) {
        Query words =
                Query.of(q ->
                        q.multiMatch(match ->
                                match.query(text)
                                        .fields(WORDS)
                                        .analyzer(WORDS_ANALYZER)
                                        .type(TextQueryType.CrossFields)
                                        .operator(Operator.And)));
        List<Query> any =
                List.of(
                        words,
                        phrase("name.character", text, IN_NAME, 0),
                        phrase("name.character", text + END, ENDS_NAME, 0),
                        phrase("categoryName.character", text, IN_CATEGORY, 0),
                        phrase("variety.character", text, IN_VARIETY, 0));
        return Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1").boost(boost)));
    }

    private static List<Query> read(String letters) {
        List<Query> any = new ArrayList<>();
        for (String syllables : Syllables.readings(letters)) {
            Query begun =
                    Query.of(q -> q.matchPhrasePrefix(m -> m.field("pinyin").query(syllables)));
            any.add(
                    anyOf(
                            List.of(
                                    constant(begun, IN_NAME),
                                    phrase("pinyin", syllables + END, ENDS_NAME, 0))));
        }
        String initials = letters.replaceAll("[ ']", "");
        if (initials.length() > 1 && initials.length() <= MOST_INITIALS) {
            String spaced = String.join(" ", initials.split(""));
            any.add(
                    anyOf(
                            List.of(
                                    phrase("initials", spaced, INITIALS, 0),
                                    phrase("initials", spaced + END, END_INITIALS, 0))));
        }
        return any;
    }

    /** Each character in turn may be another one. */
    private static List<Query> oneOtherCharacter(String text) {
        int[] characters = text.replace(" ", "").codePoints().toArray();
        List<Query> any = new ArrayList<>();
        if (characters.length >= SHORTEST_WITH_A_TYPO && characters.length <= LONGEST_WITH_A_TYPO) {
            for (int wrong = 0; wrong < characters.length; wrong++) {
                boolean inside = wrong > 0 && wrong < characters.length - 1;
                String before = new String(characters, 0, wrong);
                String after = new String(characters, wrong + 1, characters.length - wrong - 1);
                any.add(phrase("name.character", before + after, IN_NAME, inside ? 1 : 0));
            }
        }
        return any;
    }

    private static Query anyPair(String text) {
        return Query.of(q ->
                q.multiMatch(
                        match -> match.query(text).fields(PAIRS).type(TextQueryType.MostFields)));
    }

    private static Query anyCharacter(String text) {
        return Query.of(q -> q.match(match -> match.field("name.character").query(text)));
    }

    private static Query nearestReading(String letters) {
        String syllables =
                Syllables.readings(letters).stream().findFirst().orElse(letters.replace("'", " "));
        return Query.of(q ->
                q.match(match ->
                        match.field("pinyin")
                                .query(syllables)
                                .fuzziness("AUTO")
                                .minimumShouldMatch("2<70%")));
    }

    /** The package and the grade that were asked for come first; alone, they are what is asked. */
    private static Query preferring(SearchWords words, Query text) {
        List<Query> wishes = new ArrayList<>();
        Long grams = words.netWeightGrams();
        if (grams != null) {
            wishes.add(
                    constant(
                            Query.of(q -> q.term(t -> t.field("netWeightGrams").value(grams))),
                            RIGHT_WEIGHT));
        }
        String grade = words.grade();
        if (grade != null) {
            wishes.add(
                    constant(
                            Query.of(q -> q.term(t -> t.field("grade").value(grade))),
                            RIGHT_GRADE));
        }
        boolean alone = words.text().isEmpty();
        return Query.of(q ->
                q.bool(both ->
                        alone ? both.must(wishes).must(text) : both.must(text).should(wishes)));
    }

    private static Query phrase(String field, String text, float score, int slop) {
        return constant(
                Query.of(q -> q.matchPhrase(m -> m.field(field).query(text).slop(slop))), score);
    }

    private static Query constant(Query query, float score) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(score)));
    }

    private static Query anyOf(List<Query> queries) {
        return Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
    }

    private static Query best(List<Query> queries) {
        return Query.of(q -> q.disMax(m -> m.queries(queries)));
    }
}
