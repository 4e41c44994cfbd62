package org.consumptionaid.marketplace.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.consumptionaid.marketplace.search.Reason.Kind;
import org.consumptionaid.marketplace.shared.Pinyin;
import org.jspecify.annotations.Nullable;

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
    private static final float INITIALS_OF_PRODUCE = 90;

    // The places' pairs let their short forms match: 云南 is a pair of 云南省, but no word of it. The
    // single characters let 茶 match 绿茶.
    private static final List<String> WORDS =
            List.of(
                    "name^4",
                    "name.bigram^2",
                    "name.character",
                    "variety^2",
                    "variety.character",
                    "categoryNames^2",
                    "categoryNames.character",
                    "countyName^2",
                    "countyName.bigram^2",
                    "township",
                    "township.bigram",
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
                    "categoryNames.bigram",
                    "countyName.bigram",
                    "township.bigram",
                    "prefecture.bigram",
                    "province.bigram",
                    "organisationName.bigram^0.2",
                    "description.bigram^0.5");

    private final SearchWords words;
    private final ProductNames names;
    private final boolean explain;

    private CatalogQuery(SearchWords words, ProductNames names, boolean explain) {
        this.words = words;
        this.names = names;
        this.explain = explain;
    }

    /**
     * What to ask in turn, until something is found, made when it is needed; the first is what was
     * asked for.
     *
     * @param explain names the parts, so that a hit says by which it was found: {@link Reason}
     */
    static List<Supplier<Query>> attempts(String text, ProductNames names, boolean explain) {
        return new CatalogQuery(SearchWords.of(text), names, explain).attempts();
    }

    private List<Supplier<Query>> attempts() {
        List<Supplier<Query>> attempts = new ArrayList<>();
        attempts.add(() -> preferring(asked()));
        if (words.isChinese()) {
            attempts.add(() -> preferring(anyOf(slips(words.text()))));
            attempts.add(() -> preferring(anyPair(words.text(), Reason.of(Kind.NEAREST))));
            attempts.add(() -> preferring(anyCharacter(words.text())));
        }
        if (words.isLatin()) {
            attempts.add(() -> preferring(nearestReading(words.text())));
        }
        return attempts;
    }

    private Query asked() {
        String text = words.text();
        if (text.isEmpty()) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        List<Query> any = new ArrayList<>();
        any.add(literally(text));
        names.variants(text).forEach(variant -> any.add(otherwise(variant)));
        if (words.isLatin()) {
            any.addAll(read(text));
            names.readAs(text).forEach(name -> any.add(otherwise(name)));
        }
        return best(any);
    }

    /** All words somewhere in the product; much better if its name has the text as it stands. */
    private Query literally(String text) {
        return said(
                text,
                1,
                new Reason(Kind.WORDS, text),
                new Reason(Kind.NAME, text),
                new Reason(Kind.END_OF_NAME, text),
                new Reason(Kind.CATEGORY, text),
                new Reason(Kind.VARIETY, text));
    }

    private Query otherwise(String name) {
        Reason other = new Reason(Kind.OTHER_NAME, name);
        return said(name, OTHER_NAME, other, null, null, null, null);
    }

    private Query said(
            String text,
            float boost,
            Reason anywhere,
            @Nullable Reason inName,
            @Nullable Reason endsName,
            @Nullable Reason inCategory,
            @Nullable Reason inVariety) {
        List<Query> any =
                List.of(
                        everyWord(text, anywhere),
                        phrase("name.character", text, IN_NAME, inName),
                        phrase("name.character", text + END, ENDS_NAME, endsName),
                        phrase("categoryNames.character", text, IN_CATEGORY, inCategory),
                        phrase("variety.character", text, IN_VARIETY, inVariety));
        return Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1").boost(boost)));
    }

    /**
     * Rare names are cut into single characters, which are found scattered anywhere: two of them
     * must stand together somewhere.
     */
    private Query everyWord(String text, Reason reason) {
        Query anywhere = everyWordAnywhere(text, reason);
        boolean several = words.isChinese() && text.length() > 1 && !text.contains(" ");
        return several
                ? Query.of(q -> q.bool(both -> both.must(anywhere).filter(anyPair(text, null))))
                : anywhere;
    }

    private Query everyWordAnywhere(String text, Reason reason) {
        return Query.of(q ->
                q.multiMatch(match ->
                        match.query(text)
                                .fields(WORDS)
                                .analyzer(WORDS_ANALYZER)
                                .type(TextQueryType.CrossFields)
                                .operator(Operator.And)
                                .queryName(name(reason))));
    }

    private List<Query> read(String letters) {
        List<Query> any = new ArrayList<>();
        Syllables.readings(letters).forEach(syllables -> any.add(sounding(syllables)));
        String initials = letters.replaceAll("[ ']", "");
        if (initials.length() > 1 && initials.length() <= MOST_INITIALS) {
            String spaced = String.join(" ", initials.split(""));
            Reason reason = new Reason(Kind.INITIALS, initials);
            any.add(
                    anyOf(
                            List.of(
                                    phrase("initials", spaced, INITIALS, reason),
                                    phrase("initials", spaced + END, END_INITIALS, null))));
            names.initialled(initials).forEach(name -> any.add(known(name)));
        }
        return any;
    }

    /** What people call produce comes before what merely has the same initials. */
    private Query known(String name) {
        return anyOf(
                List.of(
                        phrase(
                                "name.character",
                                name,
                                INITIALS_OF_PRODUCE,
                                new Reason(Kind.NAME, name)),
                        phrase("name.character", name + END, ENDS_NAME, null)));
    }

    private Query sounding(String syllables) {
        return anyOf(List.of(begun(syllables), phrase("pinyin", syllables + END, ENDS_NAME, null)));
    }

    private Query begun(String syllables) {
        Query begun = Query.of(q -> q.matchPhrasePrefix(m -> m.field("pinyin").query(syllables)));
        return constant(begun, IN_NAME, new Reason(Kind.READING, syllables));
    }

    /** One other character, or others that are read the same: 平果 for 苹果. */
    private List<Query> slips(String text) {
        List<Query> any = oneOtherCharacter(text);
        any.add(sounding(Pinyin.of(text.replace(" ", ""))));
        return any;
    }

    /** Each character in turn may be another one. */
    private List<Query> oneOtherCharacter(String text) {
        int[] characters = text.replace(" ", "").codePoints().toArray();
        List<Query> any = new ArrayList<>();
        if (characters.length >= SHORTEST_WITH_A_TYPO && characters.length <= LONGEST_WITH_A_TYPO) {
            for (int wrong = 0; wrong < characters.length; wrong++) {
                String before = new String(characters, 0, wrong);
                String after = new String(characters, wrong + 1, characters.length - wrong - 1);
                boolean inside = wrong > 0 && wrong < characters.length - 1;
                Reason reason = new Reason(Kind.ONE_OTHER_CHARACTER, before + "?" + after);
                any.add(phrase("name.character", before + after, IN_NAME, reason, inside ? 1 : 0));
            }
        }
        return any;
    }

    private Query anyPair(String text, @Nullable Reason reason) {
        return Query.of(q ->
                q.multiMatch(match ->
                        match.query(text)
                                .fields(PAIRS)
                                .type(TextQueryType.MostFields)
                                .queryName(name(reason))));
    }

    private Query anyCharacter(String text) {
        return Query.of(q ->
                q.match(match ->
                        match.field("name.character")
                                .query(text)
                                .queryName(name(Reason.of(Kind.NEAREST)))));
    }

    private Query nearestReading(String letters) {
        String syllables =
                Syllables.readings(letters).stream().findFirst().orElse(letters.replace("'", " "));
        return Query.of(q ->
                q.match(match ->
                        match.field("pinyin")
                                .query(syllables)
                                .fuzziness("AUTO")
                                .minimumShouldMatch("2<70%")
                                .queryName(name(Reason.of(Kind.NEAREST)))));
    }

    /** The package and the grade that were asked for come first; alone, they are what is asked. */
    private Query preferring(Query text) {
        List<Query> wishes = new ArrayList<>();
        Long grams = words.netWeightGrams();
        if (grams != null) {
            Query weight = Query.of(q -> q.term(t -> t.field("netWeightGrams").value(grams)));
            wishes.add(constant(weight, RIGHT_WEIGHT, Reason.of(Kind.WEIGHT)));
        }
        String grade = words.grade();
        if (grade != null) {
            Query right = Query.of(q -> q.term(t -> t.field("grade").value(grade)));
            wishes.add(constant(right, RIGHT_GRADE, new Reason(Kind.GRADE, grade)));
        }
        boolean alone = words.text().isEmpty();
        return Query.of(q ->
                q.bool(both ->
                        alone ? both.must(wishes).must(text) : both.must(text).should(wishes)));
    }

    private Query phrase(String field, String text, float score, @Nullable Reason reason) {
        return phrase(field, text, score, reason, 0);
    }

    private Query phrase(
            String field, String text, float score, @Nullable Reason reason, int slop) {
        return constant(
                Query.of(q -> q.matchPhrase(m -> m.field(field).query(text).slop(slop))),
                score,
                reason);
    }

    private Query constant(Query query, float score, @Nullable Reason reason) {
        return Query.of(
                q -> q.constantScore(c -> c.filter(query).boost(score).queryName(name(reason))));
    }

    private @Nullable String name(@Nullable Reason reason) {
        return explain && reason != null ? reason.text() : null;
    }

    private static Query anyOf(List<Query> queries) {
        return Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
    }

    private static Query best(List<Query> queries) {
        return Query.of(q -> q.disMax(m -> m.queries(queries)));
    }
}
