package org.keyway.payment.wechat;

import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.billdownload.model.QueryBillEntity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.keyway.payment.BillLine;
import org.keyway.payment.GatewayFailure;

/**
 * WeChat Pay's daily trade bill of all trades: CSV in UTF-8, every value behind a backtick. Columns: 6 our payment
 * number, 9 SUCCESS or REFUND, 15 our refund number, 24 the amount of the payment and 25 that of the refund, in yuan.
 */
final class WechatBills {

    private static final int LEAST_COLUMNS = 26;

    private WechatBills() {}

    /** Fetches the bill that the provider named and checks it against the digest it gave. */
    static List<BillLine> download(HttpClient http, QueryBillEntity bill) {
        try (InputStream content = http.download(bill.getDownloadUrl())) {
            byte[] csv = content.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(csv);
            if (!HexFormat.of().formatHex(digest).equalsIgnoreCase(bill.getHashValue())) {
                throw new GatewayFailure("wechat", "bill", "the digest of the bill is wrong");
            }
            return read(new String(csv, StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            throw new GatewayFailure("wechat", "bill", e);
        }
    }

    static List<BillLine> read(String csv) {
        List<BillLine> lines = new ArrayList<>();
        csv.lines().forEach(text -> {
            String[] columns = text.split(",", -1);
            if (text.startsWith("`") && columns.length >= LEAST_COLUMNS) {
                add(columns, lines);
            }
        });
        return lines;
    }

    private static void add(String[] columns, List<BillLine> lines) {
        String state = value(columns[9]);
        if (state.equals("SUCCESS")) {
            lines.add(new BillLine(BillLine.Kind.PAYMENT, value(columns[6]), cents(columns[24])));
        } else if (state.equals("REFUND")) {
            lines.add(new BillLine(BillLine.Kind.REFUND, value(columns[15]), cents(columns[25])));
        }
    }

    private static String value(String column) {
        return column.replace("`", "").strip();
    }

    private static long cents(String column) {
        return new BigDecimal(value(column)).movePointRight(2).longValueExact();
    }
}
