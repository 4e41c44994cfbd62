package org.consumptionaid.marketplace.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.consumptionaid.marketplace.EmbeddedFonts;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Two boxes of 10 kg at 36.80 yuan are ordered. */
@MarketplaceTest
class ContractsIT {
    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private DatabaseClient database;
    @Autowired private TransactionalOperator transaction;

    @Test
    void bothSidesSignOneContentThatAnybodyCanCheck() throws IOException {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        Answer draft = contract("buyer", order);
        String number = draft.text("/number");
        assertThat(draft.text("/state")).isEqualTo("DRAFT");
        assertThat(number).matches("G[0-9]{8}");
        assertThat(text("buyer", order)).contains("草稿");
        assertThat(api.get("", "/contracts/" + number).status()).as("nobody signed").isEqualTo(404);

        Answer half = sign("buyer", order, draft.text("/content"));
        assertThat(half.text("/state")).isEqualTo("HALF_SIGNED");
        assertThat(half.body().get("maySign").asBoolean()).isFalse();
        byte[] frozen = pdf("cooperative", order);
        Answer both = sign("cooperative", order, draft.text("/content"));

        assertThat(both.text("/state")).isEqualTo("IN_FORCE");
        assertThat(both.text("/signatures/0/personName")).isNotBlank();
        assertThat(both.number("/keptYears")).isEqualTo(15);
        assertThat(pdf("auditor", order)).isEqualTo(frozen);
        assertThat(both.text("/sha256")).isEqualTo(Drafts.sha256(frozen));
        assertThat(EmbeddedFonts.textOf(frozen))
                .contains(number, "洋芋", "73.60", "Z0", "验收后 7 日", "30 日内付款", "统一社会信用代码")
                .doesNotContain("草稿");
        assertThat(scanned(frozen)).isEqualTo("http://localhost:8080/contracts/" + number);
        Answer check = api.get("", "/contracts/" + number);
        assertThat(check.text("/state")).isEqualTo("IN_FORCE");
        assertThat(check.text("/sha256")).isEqualTo(both.text("/sha256"));
        assertThat(check.text("/supplierSignedAt")).isNotBlank();
        assertThat(check.body().toString()).doesNotContain(both.text("/signatures/0/personName"));
    }

    @Test
    void signsNothingButWhatWasSeenAndOnceForEachSide() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        String content = contract("buyer", order).text("/content");

        assertThat(refused("buyer", order, "0".repeat(64), 409)).endsWith("contract-changed");
        sign("buyer", order, content);
        assertThat(refused("cooperative", order, "0".repeat(64), 409)).endsWith("contract-changed");
        assertThat(refused("buyer", order, content, 409)).endsWith("signed-already");
        assertThat(refused("buyer2", order, content, 404)).endsWith("not-found");
        assertThat(refused("cooperative2", order, content, 404)).endsWith("not-found");
        assertThat(api.get("buyer2", "/orders/" + order + "/contract.pdf").status()).isEqualTo(404);
        assertThat(api.get("", "/contracts/G00000000").text("/type"))
                .endsWith("not-a-contract-number");
    }

    @Test
    void needsNoneForASchoolsCanteen() {
        String order = market.order("canteen", market.list("cooperative", 10), 2);

        assertThat(contract("canteen", order).text("/type")).endsWith("no-contract-needed");
        assertThat(api.get("canteen", "/orders/" + order + "/contract.pdf").status())
                .isEqualTo(422);
    }

    @Test
    void aChangedOrderHasANewVersionAndLeavesTheOldOneVoid() {
        String product = market.list("cooperative", 10);
        String order = market.order("buyer", product, 2);
        Answer old = sign("buyer", order, contract("buyer", order).text("/content"));

        String changed =
                market.step(
                                "buyer",
                                order,
                                "change",
                                Map.of("lines", List.of(Market.line(product, 3))))
                        .text("/id");

        Answer now = contract("buyer", changed);
        assertThat(now.number("/version")).isEqualTo(2);
        assertThat(now.text("/replaces")).isEqualTo(old.text("/number"));
        Answer then = contract("cooperative", order);
        assertThat(then.text("/state")).isEqualTo("REPLACED");
        assertThat(then.body().get("maySign").asBoolean()).isFalse();
        assertThat(refused("cooperative", order, old.text("/content"), 409))
                .endsWith("contract-void");
        Answer check = api.get("", "/contracts/" + old.text("/number"));
        assertThat(check.text("/state")).isEqualTo("REPLACED");
        assertThat(check.text("/replacedBy")).isEqualTo(now.text("/number"));
    }

    @Test
    void isVoidOnceTheOrderIsOff() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        String content = contract("buyer", order).text("/content");
        market.step("buyer", order, "cancellation", Map.of("reason", "不要了"));

        assertThat(refused("buyer", order, content, 409)).endsWith("contract-void");
        assertThat(contract("buyer", order).text("/state")).isEqualTo("CALLED_OFF");
    }

    /** Both render a PDF of their own; only one of them is what both signed. */
    @Test
    void freezesOneContentWhenBothSidesSignFirst() throws Exception {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        String content = contract("buyer", order).text("/content");
        List<Callable<Integer>> signing = new ArrayList<>();
        for (String side : List.of("buyer", "cooperative", "buyer", "cooperative")) {
            signing.add(() -> post(side, order, content).status());
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(signing.size())) {
            for (Future<Integer> one : threads.invokeAll(signing)) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 201, 409, 409);
        Answer both = contract("buyer", order);
        assertThat(both.text("/state")).isEqualTo("IN_FORCE");
        assertThat(both.text("/sha256")).isEqualTo(Drafts.sha256(pdf("buyer", order)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE contract SET sha256 = sha256",
                "DELETE FROM contract",
                "DELETE FROM contract_signature",
                "UPDATE contract_signature SET person_name = '某某'",
                "TRUNCATE contract CASCADE"
            })
    void isKeptForFifteenYearsWhoeverAsks(String statement) {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        sign("buyer", order, contract("buyer", order).text("/content"));

        assertThatThrownBy(() -> commit(run(statement)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> commit(run("SET LOCAL ROLE postgres").then(run(statement))))
                .hasStackTraceContaining(
                        statement.startsWith("DELETE")
                                ? "is kept for 15 years"
                                : statement.startsWith("UPDATE") ? "is not changed" : "emptied");
        assertThat(pdf("buyer", order)).isNotEmpty();
    }

    @Test
    void isNotKeptForEver() {
        String order = market.order("buyer", market.list("cooperative", 10), 2);
        sign("buyer", order, contract("buyer", order).text("/content"));
        String ofOrder = " WHERE order_id = '" + order + "'";
        commit(
                run("SET LOCAL ROLE postgres")
                        .then(
                                run(
                                        "UPDATE order_event SET at = at - interval '16 years'"
                                                + ofOrder)));

        commit(
                run("SET LOCAL ROLE postgres")
                        .then(run("DELETE FROM contract_signature" + ofOrder))
                        .then(run("DELETE FROM contract" + ofOrder)));

        assertThat(contract("buyer", order).text("/state")).isEqualTo("DRAFT");
    }

    private Answer contract(String who, String order) {
        return api.get(who, "/orders/" + order + "/contract");
    }

    private byte[] pdf(String who, String order) {
        return api.download(who, "/orders/" + order + "/contract.pdf");
    }

    private String text(String who, String order) throws IOException {
        return EmbeddedFonts.textOf(pdf(who, order));
    }

    private Answer sign(String who, String order, String content) {
        Answer signed = post(who, order, content);
        assertThat(signed.status()).as(signed.body().toString()).isEqualTo(201);
        return signed;
    }

    private String refused(String who, String order, String content, int status) {
        Answer refused = post(who, order, content);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(status);
        return refused.text("/type");
    }

    private Answer post(String who, String order, String content) {
        return api.post(
                who, "/orders/" + order + "/contract/signatures", Map.of("content", content));
    }

    private Mono<Void> run(String statement) {
        return database.sql(statement).then();
    }

    private void commit(Mono<Void> work) {
        transaction.transactional(work).block();
    }

    /** What a phone reads from the one picture of the first page. */
    private static String scanned(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            PDResources resources = paper.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                PDXObject object = resources.getXObject(name);
                if (object instanceof PDImageXObject picture) {
                    return scanned(picture.getImage());
                }
            }
        }
        throw new AssertionError("no picture");
    }

    private static String scanned(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException | ChecksumException | FormatException e) {
            throw new AssertionError("no phone can read this code", e);
        }
    }
}
