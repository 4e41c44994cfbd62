import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Recomputes an export of the ledger with nothing but a JDK (21 or later) and no network:
 *
 * <pre>java infra/VerifyLedger.java export.zip [--head HASH]</pre>
 *
 * HASH is a head as the marketplace published it on a day of the export ({@code GET /ledger/heads});
 * with it, nobody can have made the export up, not even the marketplace. An extract about one order, as
 * it lies in an audit package, has only the seals that its entries lie under: each entry is held against
 * its seal, and the seals' hashes stand in the export of their days. Exit status 0 if all is right, 1 with a line for each finding if not, 2 if the program was called wrongly. The format is in
 * infra/docs/ledger.md.
 */
public class VerifyLedger {
    private static final List<String> MEMBERS =
            List.of("seals.jsonl", "entries.jsonl", "proofs.jsonl", "accounts.jsonl", "splits.jsonl", "rules.jsonl",
                    "figures.jsonl", "households.jsonl", "cooperatives.jsonl");
    /** What an extract about one order has of them. */
    private static final List<String> EXTRACTED = MEMBERS.subList(0, 4);

    private static final List<String> MODES =
            List.of("PURCHASE", "WAGE", "DIVIDEND", "LAND_RENT", "MARGIN", "PACKING", "FREIGHT");
    private static final List<String> HOUSEHOLD_MODES = MODES.subList(0, 4);
    private static final int MOST_FINDINGS = 50;
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final String NO_HASH = "0".repeat(64);
    private static final HexFormat HEX = HexFormat.of();

    private final List<String> findings = new ArrayList<>();
    private final Map<String, byte[]> members = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final List<String> seals = new ArrayList<>();
    private final List<Map<String, Object>> entries = new ArrayList<>();

    /** The order that an extract is about; none of an export. */
    private String subject;

    public static void main(String[] arguments) throws IOException {
        boolean withHead = arguments.length == 3 && arguments[1].equals("--head");
        if (arguments.length != 1 && !withHead) {
            System.err.println("usage: java VerifyLedger.java export.zip [--head HASH]");
            System.exit(2);
        }
        VerifyLedger ledger = new VerifyLedger();
        ledger.check(Path.of(arguments[0]), withHead ? arguments[2] : null);
        ledger.findings.stream().limit(MOST_FINDINGS).forEach(f -> System.out.println("WRONG " + f));
        System.out.println(ledger.summary());
        System.exit(ledger.findings.isEmpty() ? 0 : 1);
    }

    private void check(Path file, String head) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try {
            read(file);
        } catch (IOException | RuntimeException broken) {
            wrong("the zip file", 0, "cannot be read: " + broken.getMessage());
            return;
        }
        checkManifest();
        checkMembers();
        checkChain(head);
        if (subject == null) {
            checkEntries();
        } else {
            checkExtracted();
        }
        checkProofs();
        checkAccounts();
        if (subject == null) {
            checkSplits();
            checkFigures();
        }
        checkBytes(whole);
    }

    private String summary() {
        return findings.isEmpty()
                ? "RIGHT %s%d seals, %d entries; last seal %s"
                        .formatted(subject == null ? "" : "extract about " + subject + ": ", seals.size(), entries.size(), seals.isEmpty() ? "none" : seals.getLast())
                : findings.size() + " findings: this is not what the ledger sealed";
    }

    // The file

    private void read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        for (String name : members.keySet()) {
            if (name.endsWith(".jsonl")) {
                rows.put(name, readLines(name));
            }
        }
    }

    private void checkMembers() {
        for (String name : subject == null ? MEMBERS : EXTRACTED) {
            if (!rows.containsKey(name)) {
                wrong(name, 0, "is missing");
            }
        }
    }

    /** The lines of a member; one that is no JSON is a finding and an empty row. */
    private List<Map<String, Object>> readLines(String member) {
        List<Map<String, Object>> found = new ArrayList<>();
        String[] lines = lines(member);
        for (int i = 0; i < lines.length; i++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(lines[i])));
                found.add(Json.object(utf8(lines[i])));
            } catch (IllegalArgumentException | CharacterCodingException broken) {
                wrong(member, i + 1, "is not JSON: " + broken.getMessage());
                found.add(Map.of());
            }
        }
        return found;
    }

    /** Bytes kept as Latin-1, so that a wrong byte stays the byte it is. */
    private String[] lines(String member) {
        String text = new String(members.getOrDefault(member, new byte[0]), StandardCharsets.ISO_8859_1);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1).split("\n", -1) : text.isEmpty() ? new String[0] : text.split("\n", -1);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String line) {
        return new String(bytes(line), StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> rows(String member) {
        return rows.getOrDefault(member, List.of());
    }

    private void checkManifest() {
        String listed = new String(members.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8);
        String hash = new String(members.getOrDefault("manifest.sha256", new byte[0]), StandardCharsets.UTF_8);
        if (!hash.equals(sha256(members.getOrDefault("manifest.json", new byte[0])) + "\n")) {
            wrong("manifest.json", 1, "does not have the hash in manifest.sha256");
        }
        Map<String, Object> manifest;
        try {
            manifest = Json.object(listed.stripTrailing());
        } catch (IllegalArgumentException broken) {
            wrong("manifest.json", 1, "is not JSON: " + broken.getMessage());
            return;
        }
        if (Long.valueOf(2).equals(manifest.get("format"))) {
            subject = String.valueOf(manifest.get("subject"));
        }
        Set<String> unlisted = new HashSet<>(members.keySet());
        unlisted.removeAll(List.of("manifest.json", "manifest.sha256"));
        for (Map<String, Object> member : list(manifest, "members")) {
            String name = String.valueOf(member.get("name"));
            unlisted.remove(name);
            byte[] content = members.getOrDefault(name, new byte[0]);
            if (!Long.valueOf(content.length).equals(member.get("bytes"))
                    || !sha256(content).equals(member.get("sha256"))) {
                wrong(name, 0, "is not the member that the manifest lists");
            }
        }
        unlisted.forEach(name -> wrong(name, 0, "is not in the manifest"));
    }

    /** The same members always make the same file, so every byte outside of them is known too. */
    private void checkBytes(byte[] whole) throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(again, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(member.getValue());
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(member.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(FIXED_TIME);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        int at = Arrays.mismatch(whole, again.toByteArray());
        if (at >= 0) {
            wrong("the zip file", 0, "byte " + at + " is not what its members make it");
        }
    }

    // The chain of seals

    private void checkChain(String wanted) {
        String[] lines = lines("seals.jsonl");
        boolean seen = wanted == null;
        for (int i = 0; i < lines.length; i++) {
            Map<String, Object> seal = rows("seals.jsonl").get(i);
            String hash = hash(2, bytes(lines[i]));
            seen |= hash.equals(wanted);
            if (subject == null && i > 0 && !seals.getLast().equals(seal.get("previous"))) {
                wrong("seals.jsonl", i, "is not the seal that line " + (i + 1) + " is chained to");
            }
            long before = i == 0 ? 0 : number(rows("seals.jsonl").get(i - 1), "number");
            if (i > 0 && (subject == null ? number(seal, "number") != before + 1 : number(seal, "number") <= before)) {
                wrong("seals.jsonl", i + 1, "is not the next number");
            }
            if (i == 0 && Long.valueOf(1).equals(seal.get("number")) && !NO_HASH.equals(seal.get("previous"))) {
                wrong("seals.jsonl", 1, "the first seal is chained to something");
            }
            seals.add(hash);
        }
        checkHead();
        if (!seen) {
            wrong("seals.jsonl", 0, "no seal has the published head " + wanted);
        }
    }

    private void checkHead() {
        String manifest = new String(members.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8);
        if (!seals.isEmpty() && !manifest.contains("\"headHash\":\"" + seals.getLast() + "\"")) {
            wrong("seals.jsonl", seals.size(), "is not the head that the manifest names");
        }
    }

    // The entries under their seals

    private void checkEntries() {
        String[] lines = lines("entries.jsonl");
        int next = 0;
        List<Map<String, Object>> sealRows = rows("seals.jsonl");
        for (int i = 0; i < sealRows.size(); i++) {
            int until = (int) Math.min(lines.length, next + Math.max(0, number(sealRows.get(i), "entries")));
            List<String> leaves = new ArrayList<>();
            for (int line = next; line < until; line++) {
                leaves.add(hash(0, bytes(lines[line])));
            }
            if (leaves.isEmpty() || !root(leaves).equals(sealRows.get(i).get("root"))) {
                wrong(
                        "entries.jsonl",
                        next + 1,
                        "to line " + until + " do not hash to the root in seals.jsonl line " + (i + 1));
            }
            next = until;
        }
        if (next != lines.length) {
            wrong("entries.jsonl", next + 1, "is under no seal");
        }
        for (int i = 0; i < lines.length; i++) {
            checkSum(i + 1, rows("entries.jsonl").get(i));
        }
        entries.addAll(rows("entries.jsonl"));
    }

    /** Without their neighbours: what they hash to is for their proofs to lead to a seal. */
    private void checkExtracted() {
        entries.addAll(rows("entries.jsonl"));
        for (int i = 0; i < entries.size(); i++) {
            checkSum(i + 1, entries.get(i));
            if (!subject.equals(entries.get(i).get("subject"))) {
                wrong("entries.jsonl", i + 1, "is not about " + subject);
            }
        }
        Set<Object> used = new HashSet<>();
        rows("proofs.jsonl").forEach(proof -> used.add(proof.get("seal")));
        for (int i = 0; i < rows("seals.jsonl").size(); i++) {
            if (!used.contains(rows("seals.jsonl").get(i).get("number"))) {
                wrong("seals.jsonl", i + 1, "is a seal that no entry lies under");
            }
        }
    }

    private void checkSum(int line, Map<String, Object> entry) {
        long sum = 0;
        List<Map<String, Object>> postings = list(entry, "postings");
        for (Map<String, Object> posting : postings) {
            sum += number(posting, "fen");
        }
        if (sum != 0 || postings.size() < 2) {
            wrong("entries.jsonl", line, "has " + postings.size() + " postings that sum to " + sum + " fen");
        }
    }

    private void checkProofs() {
        List<Map<String, Object>> proofs = rows("proofs.jsonl");
        String[] lines = lines("entries.jsonl");
        Map<Object, Map<String, Object>> byNumber = new LinkedHashMap<>();
        rows("seals.jsonl").forEach(seal -> byNumber.put(seal.get("number"), seal));
        if (proofs.size() != lines.length) {
            wrong("proofs.jsonl", 0, "has " + proofs.size() + " proofs of " + lines.length + " entries");
        }
        for (int i = 0; i < Math.min(proofs.size(), lines.length); i++) {
            Map<String, Object> proof = proofs.get(i);
            Map<String, Object> seal = byNumber.getOrDefault(proof.get("seal"), Map.of());
            String root = climb(hash(0, bytes(lines[i])), proof, number(seal, "entries"));
            if (!root.equals(seal.get("root")) || !String.valueOf(proof.get("entry")).equals(rows("entries.jsonl").get(i).get("id"))) {
                wrong("proofs.jsonl", i + 1, "does not lead from entries.jsonl line " + (i + 1) + " to its seal");
            }
        }
    }

    /** RFC 6962: from a leaf up along the path of its neighbours. */
    private static String climb(String leaf, Map<String, Object> proof, long size) {
        List<?> path = proof.get("path") instanceof List<?> found ? found : List.of();
        return climb(leaf, path, path.size(), number(proof, "position"), size);
    }

    private static String climb(String leaf, List<?> path, int length, long position, long size) {
        if (size <= 1 || length == 0) {
            return size <= 1 && length == 0 ? leaf : "no such path";
        }
        long split = Long.highestOneBit(size - 1);
        String neighbour = String.valueOf(path.get(length - 1));
        String below =
                position < split
                        ? climb(leaf, path, length - 1, position, split)
                        : climb(leaf, path, length - 1, position - split, size - split);
        return position < split ? node(below, neighbour) : node(neighbour, below);
    }

    private void checkAccounts() {
        Map<Object, Object> accounts = new TreeMap<>();
        List<Map<String, Object>> listed = rows("accounts.jsonl");
        for (Map<String, Object> account : listed) {
            accounts.put(String.valueOf(account.get("account")), String.valueOf(account.get("organisation")));
        }
        Set<Object> named = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            for (Map<String, Object> posting : list(entries.get(i), "postings")) {
                String account = String.valueOf(posting.get("account"));
                named.add(account);
                if (!String.valueOf(posting.get("organisation")).equals(accounts.get(account))) {
                    wrong("accounts.jsonl", 0, account + " is not the account of entries.jsonl line " + (i + 1));
                }
            }
        }
        for (int i = 0; i < listed.size(); i++) {
            if (!named.contains(String.valueOf(listed.get(i).get("account")))) {
                wrong("accounts.jsonl", i + 1, "is an account that no entry names");
            }
        }
    }

    // The splits down to households

    private void checkSplits() {
        Map<Object, Map<String, Object>> rules = new LinkedHashMap<>();
        rows("rules.jsonl").forEach(rule -> rules.put(rule.get("rule"), rule));
        Map<Object, Map<String, Object>> booked = new LinkedHashMap<>();
        for (Map<String, Object> entry : entries) {
            if ("BENEFIT_SPLIT".equals(entry.get("kind"))) {
                booked.put(entry.get("id"), entry);
            }
        }
        List<Map<String, Object>> splits = rows("splits.jsonl");
        for (int i = 0; i < splits.size(); i++) {
            Map<String, Object> split = splits.get(i);
            Map<String, Object> entry = booked.remove(split.get("entry"));
            String fault = entry == null ? "is no entry's split" : fault(split, rules.getOrDefault(split.get("rule"), Map.of()), entry);
            if (fault != null) {
                wrong("splits.jsonl", i + 1, fault);
            }
        }
        booked.keySet().forEach(entry -> wrong("splits.jsonl", 0, "has no split of entry " + entry));
    }

    /** What is wrong with a split; null if it is what its rule and claims make it. */
    private static String fault(Map<String, Object> split, Map<String, Object> rule, Map<String, Object> entry) {
        Map<String, Long> weights = new TreeMap<>(Comparator.comparing(MODES::indexOf));
        list(rule, "parts").forEach(part -> weights.put(String.valueOf(part.get("mode")), number(part, "basisPoints")));
        long fen = number(split, "fen");
        if (weights.values().stream().mapToLong(Long::longValue).sum() != 10_000) {
            return "has a rule in rules.jsonl that does not make 10,000 basis points";
        }
        List<Long> parts = divide(fen, List.copyOf(weights.values()));
        Map<String, Long> postings = new TreeMap<>();
        String cooperative = "cooperative/" + rule.get("organisation") + "/";
        postings.merge(cooperative + "benefit", -fen, Long::sum);
        int next = 0;
        for (String mode : weights.keySet()) {
            long part = parts.get(next);
            Map<String, Object> listed = next < list(split, "parts").size() ? list(split, "parts").get(next) : Map.of();
            next++;
            if (!mode.equals(listed.get("mode")) || number(listed, "fen") != part || !number(listed, "basisPoints").equals(weights.get(mode))) {
                return "divides " + fen + " fen to " + mode + " otherwise than its rule: " + part + " fen";
            }
            String fault = book(split, mode, part, cooperative, postings);
            if (fault != null) {
                return fault;
            }
        }
        postings.values().removeIf(amount -> amount == 0);
        Map<String, Long> found = new TreeMap<>();
        list(entry, "postings").forEach(posting -> found.merge(String.valueOf(posting.get("account")), number(posting, "fen"), Long::sum));
        return found.equals(postings) ? null : "is booked otherwise: " + found + " instead of " + postings;
    }

    /** Adds a mode's postings; answers what is wrong with its claims. */
    private static String book(
            Map<String, Object> split, String mode, long part, String cooperative, Map<String, Long> postings) {
        List<Map<String, Object>> claims = list(split, "claims").stream().filter(claim -> mode.equals(claim.get("mode"))).toList();
        List<Long> open = claims.stream().map(claim -> number(claim, "openFen")).toList();
        long wanted = open.stream().mapToLong(Long::longValue).sum();
        List<Long> fens = wanted <= part ? open : divide(part, open);
        String last = "";
        long claimed = 0;
        for (int i = 0; i < claims.size(); i++) {
            Map<String, Object> claim = claims.get(i);
            if (!number(claim, "fen").equals(fens.get(i)) || last.compareTo(String.valueOf(claim.get("claim"))) >= 0) {
                return "gives claim " + claim.get("claim") + " otherwise than its share of " + fens.get(i) + " fen";
            }
            last = String.valueOf(claim.get("claim"));
            claimed += fens.get(i);
            postings.merge("household/" + claim.get("household") + "/" + account(mode), fens.get(i), Long::sum);
        }
        String kept = HOUSEHOLD_MODES.contains(mode) ? "unclaimed" : account(mode);
        postings.merge(cooperative + kept, part - claimed, Long::sum);
        return null;
    }

    private static String account(String mode) {
        return mode.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Largest remainder, ties to the first. */
    private static List<Long> divide(long fen, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0 || fen < 0) {
            return weights.stream().map(weight -> -1L).toList();
        }
        List<BigInteger[]> shares =
                weights.stream()
                        .map(weight -> BigInteger.valueOf(fen).multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum))
                        .toList();
        List<Long> parts = new ArrayList<>(shares.stream().map(share -> share[0].longValue()).toList());
        long left = fen - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(Math.max(0, left))
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }

    // The published figures

    /** What a county came to in a month by one measure. */
    private static final class Cell {
        final Set<String> households = new HashSet<>();
        long fen;
    }

    private void checkFigures() {
        Map<String, List<Map<String, Object>>> published = new LinkedHashMap<>();
        rows("figures.jsonl").forEach(row -> published.computeIfAbsent(String.valueOf(row.get("month")), m -> new ArrayList<>()).add(row));
        int line = 0;
        for (Map.Entry<String, List<Map<String, Object>>> month : published.entrySet()) {
            List<String> wanted = figures(month.getKey(), number(month.getValue().getFirst(), "fewest"));
            for (int i = 0; i < Math.max(wanted.size(), month.getValue().size()); i++) {
                String is = i < month.getValue().size() ? figure(month.getValue().get(i)) : "nothing";
                String ought = i < wanted.size() ? wanted.get(i) : "nothing";
                if (!is.equals(ought)) {
                    wrong("figures.jsonl", line + i + 1, "says " + is + " where the entries make it " + ought);
                }
            }
            line += month.getValue().size();
        }
    }

    private static String figure(Map<String, Object> row) {
        return row.get("measure") + " " + row.get("county") + " " + row.get("households") + " " + row.get("fen");
    }

    private static String figure(String measure, String county, Long households, Long fen) {
        return measure + " " + county + " " + households + " " + fen;
    }

    /** The rows of a month as its entries and infra/docs/decisions/0062 make them. */
    private List<String> figures(String month, long fewest) {
        TreeMap<String, TreeMap<String, Cell>> measures = new TreeMap<>();
        cells(month, measures);
        TreeMap<String, Cell> turnover = measures.remove("TURNOVER");
        Set<String> heldAnywhere = new HashSet<>();
        List<String> found = new ArrayList<>();
        measures.forEach((measure, cells) -> {
            Set<String> held = heldBack(cells, Set.of(), fewest);
            heldAnywhere.addAll(held);
            found.addAll(figures(measure, cells, held, fewest));
        });
        if (turnover != null) {
            found.addAll(figures("TURNOVER", turnover, heldBack(turnover, heldAnywhere, fewest), fewest));
        }
        return found;
    }

    private void cells(String month, TreeMap<String, TreeMap<String, Cell>> measures) {
        Map<String, String> householdCounty = places("households.jsonl");
        Map<String, String> cooperativeCounty = places("cooperatives.jsonl");
        Map<String, Set<String>> reached = new TreeMap<>();
        for (Map<String, Object> entry : entries) {
            if (month.equals(monthOf(entry))) {
                String kind = String.valueOf(entry.get("kind"));
                for (Map<String, Object> posting : list(entry, "postings")) {
                    String[] account = String.valueOf(posting.get("account")).split("/", -1);
                    boolean split = kind.equals("BENEFIT_SPLIT") || kind.equals("REVERSAL");
                    if (split && account[0].equals("household")) {
                        String county = String.valueOf(householdCounty.get(account[1]));
                        Cell cell = cell(measures, account[2].toUpperCase(Locale.ROOT).replace('-', '_'), county);
                        cell.households.add(account[1]);
                        cell.fen += number(posting, "fen");
                        reached.computeIfAbsent(county, c -> new HashSet<>()).add(account[1]);
                    }
                    if (isEarning(entry) && account[0].equals("cooperative") && account[2].equals("benefit")) {
                        String county = cooperativeCounty.get(String.valueOf(posting.get("organisation")));
                        if (county != null) {
                            cell(measures, "TURNOVER", county).fen += number(posting, "fen");
                        }
                    }
                }
            }
        }
        measures.getOrDefault("TURNOVER", new TreeMap<>()).forEach((county, cell) -> cell.households.addAll(reached.getOrDefault(county, Set.of())));
    }

    /** What was earned, or a reversal of it: that alone moves what is payable and the benefit together. */
    private static boolean isEarning(Map<String, Object> entry) {
        return entry.get("kind").equals("BENEFIT_EARNED")
                || entry.get("kind").equals("REVERSAL")
                        && list(entry, "postings").stream().anyMatch(p -> String.valueOf(p.get("account")).endsWith("/payable"));
    }

    private static Cell cell(TreeMap<String, TreeMap<String, Cell>> measures, String measure, String county) {
        return measures.computeIfAbsent(measure, m -> new TreeMap<>()).computeIfAbsent(county, c -> new Cell());
    }

    private Map<String, String> places(String member) {
        Map<String, String> found = new LinkedHashMap<>();
        rows(member).forEach(row -> found.put(String.valueOf(row.get("code")), String.valueOf(row.get("county"))));
        return found;
    }

    /** As the business counts it: Asia/Shanghai. */
    private static String monthOf(Map<String, Object> entry) {
        try {
            return YearMonth.from(Instant.parse(String.valueOf(entry.get("bookedAt"))).atZone(ZoneId.of("Asia/Shanghai"))).toString();
        } catch (DateTimeException broken) {
            return "";
        }
    }

    private static Set<String> heldBack(TreeMap<String, Cell> cells, Set<String> forced, long fewest) {
        Set<String> held = new HashSet<>();
        cells.forEach((county, cell) -> {
            if (forced.contains(county) || !cell.households.isEmpty() && cell.households.size() < fewest) {
                held.add(county);
            }
        });
        List<String> bySize = new ArrayList<>(cells.keySet());
        bySize.sort(Comparator.comparingInt((String county) -> cells.get(county).households.size()));
        for (String county : bySize) {
            if (held.isEmpty() || isHidden(cells, held, fewest)) {
                return held;
            }
            held.add(county);
        }
        return held;
    }

    private static boolean isHidden(TreeMap<String, Cell> cells, Set<String> held, long fewest) {
        return held.size() >= 2 && held.stream().mapToLong(county -> cells.get(county).households.size()).sum() >= fewest;
    }

    private static List<String> figures(String measure, TreeMap<String, Cell> cells, Set<String> held, long fewest) {
        List<String> found = new ArrayList<>();
        boolean whole = held.isEmpty() || isHidden(cells, held, fewest);
        long households = cells.values().stream().mapToLong(cell -> cell.households.size()).sum();
        long fen = cells.values().stream().mapToLong(cell -> cell.fen).sum();
        found.add(figure(measure, null, whole ? (Long) households : null, whole ? (Long) fen : null));
        cells.forEach((county, cell) -> {
            boolean shown = !held.contains(county);
            found.add(figure(measure, county, shown ? (Long) (long) cell.households.size() : null, shown ? (Long) cell.fen : null));
        });
        return found;
    }

    // Hashes

    private static String root(List<String> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static String node(String left, String right) {
        return (left + right).matches("[0-9a-f]{128}") ? hash(1, HEX.parseHex(left + right)) : "no hash";
    }

    private static String hash(int domain, byte[] content) {
        MessageDigest digest = digest();
        digest.update((byte) domain);
        return HEX.formatHex(digest.digest(content));
    }

    private static String sha256(byte[] content) {
        return HEX.formatHex(digest().digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // Rows

    private void wrong(String member, int line, String what) {
        findings.add(member + (line == 0 ? " " : " line " + line + " ") + what);
    }

    /** A whole number of a row; −1, which is nowhere right, if it is something else. */
    private static Long number(Map<String, Object> row, String key) {
        return row.get(key) instanceof Long number ? number : Long.valueOf(-1);
    }

    @SuppressWarnings("unchecked") // the parser makes maps of texts only
    private static List<Map<String, Object>> list(Map<String, Object> row, String key) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (row.get(key) instanceof List<?> items) {
            items.forEach(item -> found.add(item instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of()));
        }
        return found;
    }

    /** As much JSON as the export has: objects, lists, texts, whole numbers, true, false and null. */
    private static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        @SuppressWarnings("unchecked") // checked the line before
        static Map<String, Object> object(String text) {
            Json json = new Json(text);
            Object value = json.value();
            if (!(value instanceof Map) || json.at != text.length()) {
                throw new IllegalArgumentException("not one object");
            }
            return (Map<String, Object>) value;
        }

        private Object value() {
            return switch (peek()) {
                case '{' -> map();
                case '[' -> items();
                case '"' -> quoted();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, Object> map() {
            Map<String, Object> map = new LinkedHashMap<>();
            take('{');
            for (boolean first = true; peek() != '}'; first = false) {
                if (!first) {
                    take(',');
                }
                String key = quoted();
                take(':');
                map.put(key, value());
            }
            take('}');
            return map;
        }

        private List<Object> items() {
            List<Object> items = new ArrayList<>();
            take('[');
            for (boolean first = true; peek() != ']'; first = false) {
                if (!first) {
                    take(',');
                }
                items.add(value());
            }
            take(']');
            return items;
        }

        private String quoted() {
            StringBuilder found = new StringBuilder();
            take('"');
            while (peek() != '"') {
                char c = next();
                found.append(c == '\\' ? escaped() : c);
            }
            take('"');
            return found.toString();
        }

        private char escaped() {
            char c = next();
            if (c == 'u') {
                String digits = "" + next() + next() + next() + next();
                return (char) Integer.parseInt(digits, 16);
            }
            int known = "\"\\/bfnrt".indexOf(c);
            if (known < 0) {
                throw new IllegalArgumentException("escape " + c + " at character " + at);
            }
            return "\"\\/\b\f\n\r\t".charAt(known);
        }

        private Long number() {
            int start = at;
            while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(text.substring(start, at));
        }

        private Object word(String word, Object meaning) {
            word.chars().forEach(c -> take((char) c));
            return meaning;
        }

        private char peek() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("ends too early");
            }
            return text.charAt(at);
        }

        private char next() {
            char c = peek();
            at++;
            return c;
        }

        private void take(char wanted) {
            if (peek() != wanted) {
                throw new IllegalArgumentException("'" + wanted + "' expected at character " + (at + 1));
            }
            at++;
        }
    }
}
