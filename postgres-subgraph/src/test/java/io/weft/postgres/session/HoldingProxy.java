package io.weft.postgres.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between a client and PostgreSQL. From the moment the client has sent {@code begin} it holds back whatever the server says, until
 * the client has sent {@code follows} too: a client that waits for an answer in between waits for ever.
 */
final class HoldingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final String begin;
    private final String follows;
    private final CountDownLatch followed = new CountDownLatch(1);
    private volatile boolean holding;

    HoldingProxy(String host, int port, String begin, String follows) throws IOException {
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.host = host;
        this.port = port;
        this.begin = begin;
        this.follows = follows;
        Thread.ofVirtual().start(this::connect);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void connect() {
        try {
            Socket client = listening.accept();
            Socket server = new Socket(host, port);
            Thread.ofVirtual().start(() -> answers(server, client));
            StringBuilder said = new StringBuilder();
            copy(client.getInputStream(), server.getOutputStream(), bytes -> {
                said.append(bytes);
                if (said.indexOf(begin) >= 0 && followed.getCount() > 0) {
                    holding = true;
                }
                if (said.indexOf(follows) >= 0) {
                    followed.countDown();
                }
            });
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Whoever closes first ends both directions. */
    private void failed(IOException e) {
        if (!(e instanceof SocketException)) {
            throw new UncheckedIOException(e);
        }
    }

    private void answers(Socket server, Socket client) {
        try {
            copy(server.getInputStream(), client.getOutputStream(), _ -> {
                if (holding) {
                    try {
                        followed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
        } catch (IOException e) {
            failed(e);
        }
    }

    @FunctionalInterface
    private interface Before {
        void passing(String bytes);
    }

    private static void copy(InputStream from, OutputStream to, Before before) throws IOException {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                before.passing(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                to.write(buffer, 0, read);
                to.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        followed.countDown();
        listening.close();
    }
}
