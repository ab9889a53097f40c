package io.weft.launcher.openngc;

/** Distances in a flat ΛCDM universe with H0 = 70 km/s/Mpc and Ωm = 0.3 (Hogg 1999, astro-ph/9905116). */
final class Cosmology {
    private static final double SPEED_OF_LIGHT = 299_792.458;
    private static final double HUBBLE = 70;
    private static final double MATTER = 0.3;
    private static final int STEPS = 64;

    private Cosmology() {}

    /** The luminosity distance in Mpc of a redshift above zero. */
    static double luminosityDistance(double redshift) {
        // Simpson's rule; the integrand is smooth, 64 steps leave an error far below 1e-9.
        double step = redshift / STEPS;
        double sum = inverseExpansion(0) + inverseExpansion(redshift);
        for (int i = 1; i < STEPS; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * inverseExpansion(i * step);
        }
        return (1 + redshift) * SPEED_OF_LIGHT / HUBBLE * sum * step / 3;
    }

    private static double inverseExpansion(double redshift) {
        double scale = 1 + redshift;
        return 1 / Math.sqrt(MATTER * scale * scale * scale + 1 - MATTER);
    }
}
