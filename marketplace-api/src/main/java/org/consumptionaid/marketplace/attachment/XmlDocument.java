package org.consumptionaid.marketplace.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells whether a file is XML from its first to its last character. Nothing outside is read. */
final class XmlDocument {
    /** What a browser would run. */
    private static final Set<String> PAGES = Set.of("html", "svg");

    private static final XMLInputFactory READERS = readers();

    private XmlDocument() {}

    /** With or without a byte order mark; a page does not begin so, or is found out later. */
    static boolean begins(byte[] head) {
        boolean marked =
                head.length > 3
                        && head[0] == (byte) 0xEF
                        && head[1] == (byte) 0xBB
                        && head[2] == (byte) 0xBF;
        int at = marked ? 3 : 0;
        return head.length >= at + 2 && head[at] == '<' && head[at + 1] == '?';
    }

    static boolean isWhole(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = READERS.createXMLStreamReader(in);
            boolean first = true;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && first) {
                    requireNoPage(reader.getLocalName());
                    first = false;
                }
            }
            return true;
        } catch (XMLStreamException _) { // not well-formed, or with a document type
            return false;
        }
    }

    private static void requireNoPage(String root) {
        if (PAGES.contains(root.toLowerCase(Locale.ROOT))) {
            throw new AttachmentRefusal.FileTypeNotAllowed().asException();
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return readers;
    }
}
