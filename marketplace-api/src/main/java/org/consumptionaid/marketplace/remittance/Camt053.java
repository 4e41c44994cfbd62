package org.consumptionaid.marketplace.remittance;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.jspecify.annotations.Nullable;

/**
 * A bank statement as ISO 20022 camt.053, of any version: what is read is in all of them. An entry
 * ({@code Ntry}) that bundles several transfers becomes one line for each ({@code TxDtls}). No
 * document type is read, so nothing outside the file is either.
 */
final class Camt053 {
    private static final String ENTRY = "/Document/BkToCstmrStmt/Stmt/Ntry";
    private static final String TRANSFER = ENTRY + "/NtryDtls/TxDtls";
    private static final String AMOUNT = "/Amt";
    private static final String CURRENCY = "/Amt@Ccy";
    private static final int MOST_DEPTH = 40;
    private static final int FEN_DIGITS = 2;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<StatementLine> lines = new ArrayList<>();
    private final BadCells badCells = new BadCells();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> entry = new HashMap<>();
    private Map<String, String> transfer = new HashMap<>();
    private List<Map<String, String>> transfers = new ArrayList<>();
    private boolean isStatement;

    private Camt053(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * The incoming money of the statement.
     *
     * @throws BadStatement if any entry cannot be understood, with all such entries
     */
    static List<StatementLine> read(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Camt053(factory.createXMLStreamReader(new ByteArrayInputStream(file)))
                    .read();
        } catch (XMLStreamException _) {
            throw new BadStatement(0, BadStatement.What.FORM);
        }
    }

    private List<StatementLine> read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw bad();
                default -> {}
            }
        }
        if (!isStatement) {
            throw bad();
        }
        badCells.throwIfAny();
        return lines;
    }

    private void begin() {
        path.addLast(here() + "/" + xml.getLocalName());
        isStatement |= here().equals("/Document/BkToCstmrStmt/Stmt");
        if (path.size() > MOST_DEPTH) {
            throw bad();
        }
        text.setLength(0);
        String currency = xml.getAttributeValue(null, "Ccy");
        if (currency != null) {
            keep("@Ccy", currency);
        }
    }

    private void end() {
        String value = text.toString().strip();
        text.setLength(0);
        if (!value.isEmpty()) {
            keep("", value);
        }
        switch (here()) {
            case TRANSFER -> {
                transfers.add(transfer);
                transfer = new HashMap<>();
            }
            case ENTRY -> close();
            default -> {}
        }
        path.removeLast();
    }

    private void keep(String suffix, String value) {
        String place = here() + suffix;
        if (place.startsWith(TRANSFER)) {
            transfer.merge(place.substring(TRANSFER.length()), value, (a, b) -> a + " " + b);
        } else if (place.startsWith(ENTRY)) {
            entry.merge(place.substring(ENTRY.length()), value, (a, b) -> a + " " + b);
        }
    }

    /** Booked money that came in and is no reversal of money that went out. */
    private void close() {
        boolean booked = first(entry, "BOOK", "/Sts/Cd", "/Sts").equals("BOOK");
        boolean incoming = first(entry, "", "/CdtDbtInd").equals("CRDT");
        boolean reversal = first(entry, "", "/RvslInd").equals("true");
        if (booked && incoming && !reversal) {
            boolean several = transfers.size() > 1;
            (transfers.isEmpty() ? List.of(Map.<String, String>of()) : transfers)
                    .forEach(one -> add(one, several));
        }
        if (lines.size() > Statements.MOST_LINES) {
            throw new BadStatement(row(), BadStatement.What.TOO_LONG);
        }
        entry = new HashMap<>();
        transfers = new ArrayList<>();
    }

    private void add(Map<String, String> one, boolean several) {
        String reference = reference(one, several);
        LocalDate day = day();
        Long fen = fen(several ? transferAmount(one) : entry);
        if (!StatementLine.isReference(reference)) {
            badCells.add(row(), "AcctSvcrRef", BadStatement.What.REFERENCE);
        } else if (day != null && fen != null) {
            lines.add(
                    StatementLine.of(
                            day,
                            fen,
                            first(one, "", "/RltdPties/Dbtr/Nm", "/RltdPties/Dbtr/Pty/Nm"),
                            first(
                                    one,
                                    "",
                                    "/RltdPties/DbtrAcct/Id/IBAN",
                                    "/RltdPties/DbtrAcct/Id/Othr/Id"),
                            reference,
                            first(
                                    one,
                                    first(entry, "", "/AddtlNtryInf"),
                                    "/RmtInf/Ustrd",
                                    "/AddtlTxInf")));
        }
    }

    private String reference(Map<String, String> one, boolean several) {
        return several
                ? first(one, "", "/Refs/AcctSvcrRef", "/Refs/TxId", "/Refs/EndToEndId")
                : first(entry, first(one, "", "/Refs/AcctSvcrRef"), "/AcctSvcrRef", "/NtryRef");
    }

    private static Map<String, String> transferAmount(Map<String, String> one) {
        String at = one.containsKey(AMOUNT) ? "" : "/AmtDtls/TxAmt";
        return Map.of(
                AMOUNT, one.getOrDefault(at + AMOUNT, ""),
                CURRENCY, one.getOrDefault(at + CURRENCY, ""));
    }

    private @Nullable Long fen(Map<String, String> amounts) {
        if (!amounts.getOrDefault(CURRENCY, "").equals("CNY")) {
            badCells.add(row(), "Amt", BadStatement.What.CURRENCY);
            return null;
        }
        String amount = amounts.getOrDefault(AMOUNT, "");
        if (!amount.matches("[0-9]{1,13}([.][0-9]{1,2}0*)?")) {
            badCells.add(row(), "Amt", BadStatement.What.AMOUNT);
            return null;
        }
        return new BigDecimal(amount).movePointRight(FEN_DIGITS).longValueExact();
    }

    private @Nullable LocalDate day() {
        String day = first(entry, "", "/BookgDt/Dt", "/BookgDt/DtTm", "/ValDt/Dt");
        try {
            return day.contains("T") ? dayOf(day) : LocalDate.parse(day.replaceAll("Z$", ""));
        } catch (DateTimeException _) {
            badCells.add(row(), "BookgDt", BadStatement.What.DAY);
            return null;
        }
    }

    private static LocalDate dayOf(String moment) {
        return moment.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                ? BusinessDay.of(OffsetDateTime.parse(moment).toInstant())
                : LocalDateTime.parse(moment).toLocalDate();
    }

    private String here() {
        return path.isEmpty() ? "" : path.getLast();
    }

    private int row() {
        return xml.getLocation().getLineNumber();
    }

    private BadStatement bad() {
        return new BadStatement(row(), BadStatement.What.FORM);
    }

    private static String first(Map<String, String> values, String otherwise, String... places) {
        for (String place : places) {
            String value = values.get(place);
            if (value != null) {
                return value;
            }
        }
        return otherwise;
    }
}
