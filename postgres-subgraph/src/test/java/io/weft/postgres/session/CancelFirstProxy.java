package io.weft.postgres.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Stands between a client and PostgreSQL, and lets a statement pass only when a request to cancel it has been answered: it came too early. */
final class CancelFirstProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String host;
    private final int port;
    private final String statement;
    final CountDownLatch statementHeld = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    CancelFirstProxy(String host, int port, String statement) throws IOException {
        this.host = host;
        this.port = port;
        this.statement = statement;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        boolean isFirst = true;
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(host, port);
                boolean asks = isFirst;
                isFirst = false;
                Thread.ofVirtual().start(() -> copy(client, server, asks));
                Thread.ofVirtual().start(() -> {
                    copy(server, client, false);
                    if (!asks) {
                        cancelled.countDown();
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, boolean holds) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[65_536];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (holds && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(statement)) {
                    statementHeld.countDown();
                    cancelled.await();
                }
                out.write(bytes, 0, length);
                out.flush();
            }
        } catch (IOException _) {
            // Either side has closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
