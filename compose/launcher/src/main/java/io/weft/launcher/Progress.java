package io.weft.launcher;

import java.io.PrintStream;

/** Tells the person at the keyboard what happens. A line that is only about waiting is overwritten on a terminal and left out elsewhere. */
public final class Progress {
    private final PrintStream out;
    private final boolean terminal;
    private boolean waitingShown;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Something was done, or begins. */
    public synchronized void step(String text) {
        clear();
        out.println("weft: " + text);
        out.flush();
    }

    /** Plain text: results, not progress. */
    public synchronized void print(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    synchronized void waiting(String text) {
        if (terminal) {
            out.print("\r\033[K  " + text);
            out.flush();
            waitingShown = true;
        }
    }

    private void clear() {
        if (waitingShown) {
            out.print("\r\033[K");
            waitingShown = false;
        }
    }
}
