package dev.toolverdicts.newsletter.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.web.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/// Reads `multipart/form-data` as it comes: fields are short, the file goes to disk. By hand, for this one page: with
/// `spring.servlet.multipart` Tomcat would read such bodies everywhere, and a mail program may post one to unsubscribe.
final class UploadReader {

    private static final int LONGEST_FIELD = 1000;
    private static final int MOST_PARTS = 10;

    private final Map<String, String> fields = new HashMap<>();
    private @Nullable SpooledFile file;

    private UploadReader() {}

    /// @throws InvalidInput when the form ends early or is not what our page sends
    static Upload read(HttpServletRequest request) throws IOException {
        var reader = new UploadReader();
        try {
            reader.all(new FileUpload().getItemIterator(new ServletRequestContext(request)));
            return new Upload(reader.fields, reader.file);
        } catch (FileUploadException | FileUploadIOException | MalformedStreamException broken) {
            reader.drop();
            throw InvalidInput.of("", "the form did not arrive whole; please send it again");
        } catch (IOException | RuntimeException e) {
            reader.drop();
            throw e;
        }
    }

    private void all(FileItemIterator parts) throws IOException {
        for (int i = 0; parts.hasNext(); i++) {
            if (i == MOST_PARTS) {
                throw InvalidInput.of("", "the form has too many fields");
            }
            one(parts.next());
        }
    }

    private void one(FileItemStream part) throws IOException {
        try (InputStream body = part.openStream()) {
            if (part.isFormField()) {
                fields.put(part.getFieldName(), field(body));
            } else if (file == null && !part.getName().isEmpty()) {
                file = SpooledFile.of(body);
            }
        }
    }

    private static String field(InputStream body) throws IOException {
        byte[] text = body.readNBytes(LONGEST_FIELD + 1);
        if (text.length > LONGEST_FIELD) {
            throw InvalidInput.of("", "a field is too long");
        }
        return new String(text, UTF_8);
    }

    private void drop() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
