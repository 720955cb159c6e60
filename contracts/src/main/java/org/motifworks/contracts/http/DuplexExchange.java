package org.motifworks.contracts.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request whose answer is read while it is still being sent. Java's own clients read
 * nothing until all is sent, and a service that answers as it reads would wait for them for ever.
 *
 * @param status of the answer
 * @param body of the answer, to be closed by the caller; {@link EOFException} where it is cut off
 */
public record DuplexExchange(int status, InputStream body) {
  private static final int BUFFER = 1 << 16;
  private static final int CONNECT_MILLIS = 10_000;

  /** A service that says nothing for so long is gone; the slowest answer begins far sooner. */
  private static final int READ_MILLIS = 600_000;

  /** What is sent; each of its writes leaves at once. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @throws IOException also when the service takes no more; what is thrown breaks the request
     *     off, so that the service does not take it for whole
     */
    void writeTo(OutputStream out) throws IOException;

    /** A stream, closed when it was sent. */
    static Content of(InputStream stream) {
      return out -> {
        try (stream) {
          stream.transferTo(out);
        }
      };
    }
  }

  /** Sends content by a thread of its own, and gives the answer as it comes. */
  public static DuplexExchange post(URI uri, Map<String, String> headers, Content content)
      throws IOException {
    Socket socket = connect(uri);
    try {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
      StringBuilder head = new StringBuilder("POST " + target(uri) + " HTTP/1.1\r\n");
      head.append("Host: ").append(uri.getAuthority()).append("\r\n");
      head.append("Transfer-Encoding: chunked\r\nConnection: close\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      Thread sender = new Thread(() -> send(content, out, socket), "upload");
      sender.setDaemon(true);
      sender.start();
      return answer(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket connect(URI uri) throws IOException {
    boolean secure = "https".equals(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    Socket socket = secure ? verifiedSocket() : new Socket();
    try {
      socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
      socket.setSoTimeout(READ_MILLIS);
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Plain TLS sockets, unlike HTTP clients, take any host's certificate unless they are told. */
  private static Socket verifiedSocket() throws IOException {
    SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static String target(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static void send(Content content, OutputStream out, Socket socket) {
    try {
      content.writeTo(new ChunkedOutput(out));
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException | RuntimeException e) {
      closeQuietly(socket); // what is not whole is not to look as if it were
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.shutdownOutput(); // what was answered already can still be read
    } catch (IOException | UnsupportedOperationException gone) {
      // the reader will see it
    }
  }

  private static DuplexExchange answer(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    int status;
    boolean chunked;
    do {
      String first = line(in);
      if (!first.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
        throw new IOException("no HTTP answer: " + first);
      }
      status = Integer.parseInt(first.substring(9, 12));
      chunked = false;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        chunked |= header.toLowerCase(Locale.ROOT).matches("transfer-encoding:.*chunked.*");
      }
    } while (status == 100);
    InputStream body = chunked ? new Chunks(in, socket) : new ClosingSocket(in, socket);
    return new DuplexExchange(status, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int letter = in.read(); letter != '\n'; letter = in.read()) {
      if (letter < 0) throw new EOFException("the answer was cut off");
      if (letter != '\r') line.write(letter);
      if (line.size() > BUFFER) throw new IOException("a header line over " + BUFFER + " bytes");
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Each write is a chunk. */
  private static final class ChunkedOutput extends OutputStream {
    private final OutputStream out;

    ChunkedOutput(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int letter) throws IOException {
      write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      if (length == 0) return; // would be the end
      out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(from, offset, length);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  /** Ends with the connection. */
  private static class ClosingSocket extends FilterInputStream {
    private final Socket socket;

    ClosingSocket(InputStream in, Socket socket) {
      super(in);
      this.socket = socket;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** The content of a chunked body. */
  private static final class Chunks extends ClosingSocket {
    private long left;
    private boolean begun;
    private boolean ended;

    Chunks(InputStream in, Socket socket) {
      super(in, socket);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) return 0;
      if (left == 0 && !ended) nextChunk();
      if (ended) return -1;
      int count = in.read(into, offset, (int) Math.min(left, length));
      if (count < 0) throw new EOFException("the answer was cut off");
      left -= count;
      return count;
    }

    private void nextChunk() throws IOException {
      if (begun) line(in); // the end of the one before
      begun = true;
      String size = line(in).split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,15}")) throw new IOException("no chunk size: " + size);
      left = Long.parseLong(size, 16);
      ended = left == 0;
    }
  }
}
