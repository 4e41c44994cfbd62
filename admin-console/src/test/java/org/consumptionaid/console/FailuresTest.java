package org.consumptionaid.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing a person or the API does ends in a bare error page. */
class FailuresTest extends OnFakeApi {

    private static final String[] PART = {"HX-Request", "true"};

    @ParameterizedTest
    @CsvSource({
        "500, 503, 服务暂时连接不上",
        "503, 503, 服务暂时连接不上",
        "403, 403, 您没有权限查看这一页",
        "404, 404, 没有找到这一页",
        "409, 409, 这一步没有完成"
    })
    void explainsWhatTheApiAnswered(int status, int shown, String title) {
        Browser buyer = signedIn("buyer", "zh-CN");
        API.refuse("GET /cart", status, "some", "一句话说明。");

        HttpResponse<String> answer = buyer.get("/cart");

        assertThat(answer.statusCode()).isEqualTo(shown);
        assertThat(answer.body()).contains(title, "</html>");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void explainsAnAnswerItCannotRead() {
        API.answer("GET /categories", 200, "<html>not JSON</html>");

        assertThat(browser("en").get("/").statusCode()).isEqualTo(503);
    }

    @Test
    void keepsTheHomePageWhileTheSearchIsDown() {
        API.refuse("GET /products", 503, "search-unavailable", "搜索暂时不可用。");

        HttpResponse<String> home = browser("zh-CN").get("/");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("按类别选购");
    }

    @Test
    void showsAToastWhereAPartOfAPageFails() {
        Browser buyer = signedIn("buyer", "zh-CN");
        API.refuse("GET /cart", 500, "some", "t");

        HttpResponse<String> answer = buyer.get("/cart/count", PART);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#toasts");
        assertThat(answer.body()).contains("toast-note bad").doesNotContain("<html");
    }

    @Test
    void asksToSignInAgainWhenTheTokenIsRefused() {
        Browser buyer = signedIn("buyer", "zh-CN");
        API.refuse("GET /orders", 401, "token-expired", "t");

        HttpResponse<String> answer = buyer.get("/orders?state=PAID");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/sign-in?return=%2Forders%3Fstate%3DPAID"));
        assertThat(buyer.get("/home").statusCode()).isEqualTo(302);
    }

    @Test
    void sendsAPartToSignInWithThePageAroundIt() {
        HttpResponse<String> answer =
                browser("zh-CN")
                        .get(
                                "/cart/count",
                                "HX-Request",
                                "true",
                                "HX-Current-URL",
                                "http://localhost/products?q=a");

        assertThat(answer.headers().firstValue("HX-Redirect"))
                .hasValue("/sign-in?return=%2Fproducts%3Fq%3Da");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        Browser buyer = signedIn("buyer", "zh-CN");

        HttpResponse<String> answer =
                buyer.post("/certificates/none-has-a-form", "/cart/orders", Map.of("_csrf", "x"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面打开太久了");
        assertThat(API.calls())
                .noneMatch(call -> call.method().equals("POST") && call.path().equals("/orders"));
    }

    @Test
    void saysWhichAddressOrFormItCannotRead() {
        Browser buyer = signedIn("buyer", "zh-CN");

        assertThat(buyer.get("/nowhere").body()).contains("没有找到这一页");
        assertThat(buyer.post("/cart", "/cart/orders", Map.of()).body()).contains("这个请求看不懂");
        assertThat(buyer.get("/need?week=soon").statusCode()).isEqualTo(400);
        assertThat(buyer.get("/cart/orders").body()).contains("没有找到这一页");
    }

    @Test
    void saysThatACertificateIsUnknown() {
        HttpResponse<String> answer = browser("zh-CN").get("/certificates/NONE");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有编号为“NONE”的证书");
    }
}
