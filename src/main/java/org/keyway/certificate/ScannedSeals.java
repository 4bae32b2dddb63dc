package org.keyway.certificate;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** Seals as their holders stamped them on paper, cleaned for use; implemented above, where papers are. */
public interface ScannedSeals {

    /** A picture of {@link SealInk#SIZE} dots whose alpha channel is the seal; empty when one is to be drawn. */
    Optional<BufferedImage> of(String orderNo);
}
