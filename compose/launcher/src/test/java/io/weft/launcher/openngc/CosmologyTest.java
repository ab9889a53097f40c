package io.weft.launcher.openngc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosmologyTest {

    @Test
    void distancesAreThoseOfTheTables() {
        // Flat ΛCDM, H0 = 70, Ωm = 0.3: the values that every cosmology calculator gives.
        assertThat(Cosmology.luminosityDistance(0.1)).isCloseTo(460.3, within(0.1));
        assertThat(Cosmology.luminosityDistance(0.5)).isCloseTo(2832.9, within(0.5));
        assertThat(Cosmology.luminosityDistance(1)).isCloseTo(6607.7, within(1.0));
    }

    @Test
    void nearbyItIsHubblesLaw() {
        assertThat(Cosmology.luminosityDistance(1e-5)).isCloseTo(299_792.458 * 1e-5 / 70, within(1e-4));
    }
}
