package org.consumptionaid.marketplace.audit;

import static org.consumptionaid.marketplace.shared.Paper.cell;

import java.util.List;
import org.consumptionaid.marketplace.shared.Paper;

/** The list of what is in a package, on paper and in Chinese. Blocks. */
final class IndexPage {
    private static final String NOTE =
            "本目录列出资料包内除目录自身以外的全部文件。ledger.zip 可用 infra/VerifyLedger.java 脱离平台核验；农户只以代码出现。";

    private IndexPage() {}

    /** A file of the package. */
    record Listed(String name, long bytes, String sha256) {}

    /** A line about what the package is of. */
    record Fact(String name, String value) {}

    static byte[] pdf(String title, List<Fact> facts, List<Listed> files) {
        StringBuilder html =
                new StringBuilder("<h1>").append(Paper.text(title)).append("</h1><table>");
        for (Fact fact : facts) {
            html.append("<tr>")
                    .append(cell(fact.name()))
                    .append(cell(fact.value()))
                    .append("</tr>");
        }
        html.append("</table><table><thead><tr>")
                .append(cell("文件"))
                .append("<td class=\"amount\">字节</td></tr></thead><tbody>");
        for (Listed file : files) {
            html.append("<tr>")
                    .append(cell(file.name()))
                    .append("<td class=\"amount\">")
                    .append(file.bytes())
                    .append("</td></tr><tr><td class=\"small\" colspan=\"2\">SHA-256 ")
                    .append(file.sha256())
                    .append("</td></tr>");
        }
        return Paper.pdf(
                html.append("</tbody></table><p class=\"small\">")
                        .append(Paper.text(NOTE))
                        .append("</p>")
                        .toString());
    }
}
