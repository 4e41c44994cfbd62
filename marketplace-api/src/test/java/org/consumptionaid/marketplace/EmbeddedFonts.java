package org.consumptionaid.marketplace;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of a PDF and keeps the fonts it is set in that are not in the file. */
public final class EmbeddedFonts extends PDFTextStripper {
    private final Set<String> notEmbedded = new TreeSet<>();

    /** The text of a PDF of which every font must be in it. */
    public static String textOf(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            EmbeddedFonts read = new EmbeddedFonts();
            String text = read.getText(paper);
            if (!read.notEmbedded.isEmpty()) {
                throw new AssertionError("not in the file: " + read.notEmbedded);
            }
            return text;
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
