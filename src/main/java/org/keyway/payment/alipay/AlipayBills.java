package org.keyway.payment.alipay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.keyway.payment.BillLine;
import org.keyway.payment.GatewayFailure;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Alipay's daily trade bill: a ZIP of CSV files in GB18030. A line of the detail file has 25 columns, among them 1 our
 * payment number, 11 the amount in yuan (negative for a refund) and 21 our refund number.
 */
final class AlipayBills {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LEAST_COLUMNS = 22;
    private static final int LARGEST = 64 * 1024 * 1024;

    private AlipayBills() {}

    static List<BillLine> download(String address) {
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(3000);
        factory.setReadTimeout(30000);
        try {
            byte[] zip = RestClient.builder()
                    .requestFactory(factory)
                    .build()
                    .get()
                    .uri(URI.create(address))
                    .retrieve()
                    .body(byte[].class);
            return read(zip == null ? new byte[0] : zip);
        } catch (RestClientException | IOException e) {
            throw new GatewayFailure("alipay", "bill", e);
        }
    }

    static List<BillLine> read(byte[] zip) throws IOException {
        List<BillLine> lines = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip), GB18030)) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                byte[] content = files.readNBytes(LARGEST);
                new String(content, GB18030).lines().forEach(line -> add(line, lines));
            }
        }
        return lines;
    }

    private static void add(String text, List<BillLine> lines) {
        String[] columns = text.startsWith("#") ? new String[0] : text.split(",", -1);
        String amount = columns.length < LEAST_COLUMNS ? "" : columns[11].strip();
        if (!amount.matches("-?\\d+(\\.\\d{1,2})?")) {
            return;
        }
        boolean refund = amount.startsWith("-");
        String number = (refund ? columns[21] : columns[1]).strip();
        long cents = Yuan.cents(refund ? amount.substring(1) : amount);
        lines.add(new BillLine(refund ? BillLine.Kind.REFUND : BillLine.Kind.PAYMENT, number, cents));
    }
}
