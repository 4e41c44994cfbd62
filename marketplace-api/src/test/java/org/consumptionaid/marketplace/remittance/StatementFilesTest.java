package org.consumptionaid.marketplace.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.consumptionaid.marketplace.remittance.BadStatement.Cell;
import org.consumptionaid.marketplace.remittance.BadStatement.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFilesTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "交易日期,贷方发生额,对方户名,对方账号,交易流水号,摘要\n";

    @Test
    void readsACsvOfABankWithLinesAboveTheHeaderAndSumsBelow() {
        String file =
                """
                账号：6200010000000001234,,,,,
                交易日期,借方发生额,贷方发生额,对方户名,对方账号,交易流水号,摘要
                20261124 10:22:31,,"1,234.56",兰州市税务局,'62220001,L1,货款D00000427
                20261124,88.00,0.00,某供应商,62220002,L2,付款
                20261125,,"36.8",兰州市税务局,\t62220001,L3,
                ,88.00,"1,271.36",,,,合计
                """;

        List<StatementLine> lines =
                CsvStatement.read(file.getBytes(GB18030), bank("GB18030", "yyyyMMdd"));

        assertThat(lines)
                .containsExactly(line(24, 123_456, "L1", "货款D00000427"), line(25, 3_680, "L3", ""));
    }

    @Test
    void tellsIncomingFromOutgoingByAColumn() {
        Bank bank =
                new Bank(
                        "b",
                        "b",
                        "b",
                        "12345",
                        "UTF-8",
                        ",",
                        "yyyy-MM-dd",
                        "日期",
                        "金额",
                        "户名",
                        "账号",
                        "流水",
                        "摘要",
                        "借贷",
                        "贷",
                        1);
        String file = "\uFEFF日期,金额,借贷,户名,账号,流水,摘要\n2026-11-24,5,贷,甲,1,A,\n2026-11-24,7,借,乙,2,B,\n";

        assertThat(CsvStatement.read(file.getBytes(StandardCharsets.UTF_8), bank))
                .extracting(StatementLine::reference)
                .containsExactly("A");
    }

    @ParameterizedTest
    @CsvSource({
        "20261324|1.00|L1, DAY",
        "2026-11-24|1.00|L1, DAY",
        "20261124|1.234|L1, AMOUNT",
        "'20261124|1,23|L1', AMOUNT",
        "20261124|1e3|L1, AMOUNT",
        "20261124|一百|L1, AMOUNT",
        "20261124|1.00|, REFERENCE"
    })
    void refusesTheWholeFileForOneRowItCannotRead(String row, BadStatement.What what) {
        String[] fields = row.split("\\|", -1);
        String file =
                HEADER
                        + "20261124,1.00,甲,1,L0,\n"
                        + "%s,\"%s\",甲,1,%s,\n".formatted(fields[0], fields[1], fields[2]);

        assertThatThrownBy(() ->
                        CsvStatement.read(file.getBytes(GB18030), bank("GB18030", "yyyyMMdd")))
                .isInstanceOf(BadStatement.class)
                .hasMessage(what + " in line 3");
    }

    @Test
    void saysWhatIsWrongWithEveryRowByItsColumn() {
        String file =
                HEADER
                        + "2026-11-24,\"1,23\",甲,1,,\n"
                        + "20261124,1.00,甲,1,L0,\n"
                        + ",x,合计,,,\n"
                        + "20261124,1.00,甲\0,1,L1,\n"
                        + "20261124,,付出,1,,\n";

        assertThat(cells(file.getBytes(GB18030)))
                .containsExactly(
                        new Cell(2, "贷方发生额", What.AMOUNT),
                        new Cell(2, "交易日期", What.DAY),
                        new Cell(2, "交易流水号", What.REFERENCE),
                        new Cell(5, "对方户名", What.CHARACTER));
    }

    @Test
    void namesTheFirstHundredBadRowsAndCountsAll() {
        String file = HEADER + "20261124,x,甲,1,,\n".repeat(150);

        assertThatThrownBy(() ->
                        CsvStatement.read(file.getBytes(GB18030), bank("GB18030", "yyyyMMdd")))
                .isInstanceOfSatisfying(
                        BadStatement.class,
                        bad -> {
                            assertThat(bad.cells()).hasSize(200);
                            assertThat(bad.cells().getLast().line()).isEqualTo(101);
                            assertThat(bad.refusal().problem().code()).isEqualTo("statement-rows");
                            assertThat(bad.refusal().problem().arguments()).containsExactly(150);
                        });
    }

    @Test
    void saysWhatIsWrongWithEveryEntryOfACamt053() {
        String entry =
                """
                <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef></Ntry>
                """;
        byte[] file =
                camt(
                        "",
                        entry.formatted("USD", "1", "2026-11-24", "L1")
                                + entry.formatted("CNY", "1", "2026-11-24", "L2")
                                + entry.formatted("CNY", "1e3", "24.11.2026", ""));

        assertThatThrownBy(() -> Camt053.read(file))
                .isInstanceOfSatisfying(
                        BadStatement.class,
                        bad ->
                                assertThat(bad.cells())
                                        .containsExactly(
                                                new Cell(2, "Amt", What.CURRENCY),
                                                new Cell(6, "BookgDt", What.DAY),
                                                new Cell(6, "Amt", What.AMOUNT),
                                                new Cell(6, "AcctSvcrRef", What.REFERENCE)));
    }

    private static List<Cell> cells(byte[] file) {
        try {
            CsvStatement.read(file, bank("GB18030", "yyyyMMdd"));
            return List.of();
        } catch (BadStatement bad) {
            return bad.cells();
        }
    }

    @Test
    void saysThatTheHeaderIsMissingWhenTheEncodingIsWrong() {
        byte[] gbk = (HEADER + "20261124,1.00,甲,1,L0,\n").getBytes(GB18030);

        assertThatThrownBy(() -> CsvStatement.read(gbk, bank("UTF-8", "yyyyMMdd")))
                .hasMessageStartingWith("FORM");
        assertThatThrownBy(() ->
                        CsvStatement.read(
                                "a,b\n1,2\n".getBytes(GB18030), bank("GB18030", "yyyyMMdd")))
                .hasMessageStartingWith("HEADER");
    }

    @Test
    void readsCamt053AndTakesAnEntryOfSeveralTransfersApart() {
        List<StatementLine> lines = Camt053.read(camt("", ENTRIES));

        assertThat(lines)
                .containsExactly(
                        line(24, 123_456, "L1", "货款 D00000427"),
                        line(25, 1_000, "T1", ""),
                        line(25, 2_000, "T2", ""));
    }

    @Test
    void readsNothingFromOutsideTheFile() {
        String type = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";

        assertThatThrownBy(() -> Camt053.read(camt(type, "&x;"))).isInstanceOf(BadStatement.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<a>", "<a/>", "<Document/>", "", "<Document><BkToCstmrStmt></Document>"})
    void refusesWhatIsNoStatement(String file) {
        assertThatThrownBy(() -> Camt053.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadStatement.class)
                .hasMessageStartingWith("FORM");
    }

    private static final String ENTRIES =
            """
            <Ntry><Amt Ccy="CNY">1234.56</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
             <BookgDt><Dt>2026-11-24</Dt></BookgDt><AcctSvcrRef>L1</AcctSvcrRef>
             <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>兰州市税务局</Nm></Pty></Dbtr>
               <DbtrAcct><Id><Othr><Id>62220001</Id></Othr></Id></DbtrAcct></RltdPties>
               <RmtInf><Ustrd>货款</Ustrd><Ustrd>D00000427</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="CNY">88</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
             <BookgDt><Dt>2026-11-24</Dt></BookgDt><AcctSvcrRef>L2</AcctSvcrRef></Ntry>
            <Ntry><Amt Ccy="CNY">99</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts>
             <BookgDt><Dt>2026-11-24</Dt></BookgDt><AcctSvcrRef>L3</AcctSvcrRef></Ntry>
            <Ntry><Amt Ccy="CNY">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
             <BookgDt><DtTm>2026-11-24T20:00:00Z</DtTm></BookgDt><AcctSvcrRef>L4</AcctSvcrRef>
             <NtryDtls>
              <TxDtls><Refs><TxId>T1</TxId></Refs><AmtDtls><TxAmt><Amt Ccy="CNY">10</Amt></TxAmt></AmtDtls>
               <RltdPties><Dbtr><Nm>兰州市税务局</Nm></Dbtr><DbtrAcct><Id><IBAN>62220001</IBAN></Id></DbtrAcct></RltdPties></TxDtls>
              <TxDtls><Refs><TxId>T2</TxId></Refs><Amt Ccy="CNY">20</Amt>
               <RltdPties><Dbtr><Nm>兰州市税务局</Nm></Dbtr><DbtrAcct><Id><IBAN>62220001</IBAN></Id></DbtrAcct></RltdPties></TxDtls>
             </NtryDtls></Ntry>
            """;

    private static byte[] camt(String type, String entries) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + type
                        + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
                        + entries
                        + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static StatementLine line(int day, long fen, String reference, String purpose) {
        return new StatementLine(
                LocalDate.of(2026, 11, day), fen, "兰州市税务局", "62220001", reference, purpose);
    }

    private static Bank bank(String charset, String pattern) {
        return new Bank(
                "demo", "银行", "平台", "6200010", charset, ",", pattern, "交易日期", "贷方发生额", "对方户名",
                "对方账号", "交易流水号", "摘要", null, null, 1);
    }
}
