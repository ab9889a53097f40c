package io.weft.launcher.openngc;

/** A direction: right ascension and declination in degrees, and the same as a unit vector. */
record SkyPosition(double ra, double dec) {

    double[] unitVector() {
        double alpha = Math.toRadians(ra);
        double delta = Math.toRadians(dec);
        return new double[] {Math.cos(delta) * Math.cos(alpha), Math.cos(delta) * Math.sin(alpha), Math.sin(delta)};
    }

    /** The angle between two unit vectors of this squared distance (of the chord), in arcminutes; exact for small angles too. */
    static double arcminutes(double squaredChord) {
        return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2))) * 60;
    }
}
