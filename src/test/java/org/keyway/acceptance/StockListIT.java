package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of serial numbers at the desk's stock page, as a key operator sends them. */
class StockListIT extends RunningKeyway {

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void aListIsTakenOrItsBadLinesAreNamed() throws Exception {
        HttpResponse<String> bad = send("feng", "IMPORT", "LISTED01,GM3000\nLISTED01,GM3000\n锁,GM3000");
        assertThat(bad.body()).contains("整份清单都没有处理", "与第 1 行重复", "序列号写法不对", "LISTED01,GM3000");
        assertThat(state("LISTED01")).isEmpty();
        assertThat(send("feng", "IMPORT", "LISTED01,GM3000\nLISTED02").body()).contains("型号缺少或写法不对");
        assertThat(send("feng", "IMPORT", "LISTED01,GM3000\nLISTED02,GM3000").body())
                .contains("入库结果", "已入库");
        assertThat(state("LISTED01")).isEqualTo("IN_STOCK");
        assertThat(send("feng", "BLOCK", "LISTED01\nLISTED02\nLISTED03").body()).contains("型号缺少");
        assertThat(send("feng", "BLOCK", "LISTED01,GM3000\nLISTED02,GM3000\nLISTED03,GM3000")
                        .body())
                .contains("遗失登记结果", "已登记");
        assertThat(state("LISTED03")).isEqualTo("LOST");
        assertThat(send("feng", "IMPORT", "LISTED03,GM3000").body()).contains("登记为遗失或被盗");
        assertThat(send("feng", "IMPORT", " ").body()).contains("清单里没有序列号");
    }

    @Test
    void aSpreadsheetOfChinaIsRead() throws Exception {
        byte[] csv = "序列号,型号\r\nSHEET001,国密锁\r\n".getBytes(Charset.forName("GB18030"));
        keyway.as("feng")
                .upload("/desk/stock", "any", new Paper("list.csv", "text/csv", csv))
                .expect(302);
        assertThat(jdbc.sql("select model from key_device where serial = 'SHEET001'")
                        .query(String.class)
                        .single())
                .isEqualTo("国密锁");
        send403("li");
        assertThat(state("SHEET002")).isEmpty();
        assertThat(send("feng", "BLOCK", "SHEET001,x").body()).contains("已登记");
    }

    private void send403(String account) {
        byte[] csv = "SHEET002,GM3000".getBytes(StandardCharsets.UTF_8);
        keyway.as(account)
                .upload("/desk/stock", "any", new Paper("list.csv", "text/csv", csv))
                .expect(403);
    }

    private String state(String serial) {
        return jdbc.sql("select status from key_device where serial = ?")
                .param(serial)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private HttpResponse<String> send(String account, String purpose, String serials) throws Exception {
        String body = "purpose=" + purpose + "&model=&serials=" + URLEncoder.encode(serials, StandardCharsets.UTF_8);
        String pass = Base64.getEncoder().encodeToString((account + ":keyway").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(ADDRESS + "/desk/stock"))
                .header("Authorization", "Basic " + pass)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
