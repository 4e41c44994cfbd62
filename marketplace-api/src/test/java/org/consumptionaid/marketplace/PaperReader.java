package org.consumptionaid.marketplace;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF's text, and the fonts it is set in that are not in the file. */
public final class PaperReader extends PDFTextStripper {
    private final Set<String> notEmbedded = new TreeSet<>();

    private PaperReader() {}

    /** What a PDF says. */
    public record Read(String text, Set<String> fontsNotEmbedded) {}

    public static Read read(byte[] file) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file)) {
            PaperReader reader = new PaperReader();
            return new Read(reader.getText(paper), reader.notEmbedded);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (!text.getFont().isEmbedded()) {
            notEmbedded.add(text.getFont().getName() + " " + text.getUnicode());
        }
        super.processTextPosition(text);
    }
}
