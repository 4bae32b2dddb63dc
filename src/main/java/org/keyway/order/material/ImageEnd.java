package org.keyway.order.material;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where the picture in a file ends by its own structure; what follows it is not part of the picture. */
final class ImageEnd {

    private ImageEnd() {}

    /** Offset behind the last byte of the picture; -1 when the structure breaks off before its end. */
    static int of(byte[] file, PaperFormat format) {
        try {
            return switch (format) {
                case PNG -> png(file);
                case JPEG -> jpeg(file);
                case GIF -> gif(file);
                case BMP -> bmp(file);
                case PDF -> file.length;
            };
        } catch (IndexOutOfBoundsException e) {
            return -1;
        }
    }

    private static int png(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        int at = 8;
        while (true) {
            int length = chunks.getInt(at);
            boolean last = chunks.getInt(at + 4) == 0x49454E44;
            if (length < 0 || length > file.length - at - 12) {
                return -1;
            }
            at += length + 12;
            if (last) {
                return at;
            }
        }
    }

    private static int jpeg(byte[] file) {
        int at = 2;
        while (true) {
            int marker = file[at + 1] & 0xFF;
            if (file[at] != (byte) 0xFF || marker == 0xFF) {
                at++;
            } else if (marker == 0xD9) {
                return at + 2;
            } else if (marker == 0 || marker == 1 || marker >= 0xD0 && marker <= 0xD8) {
                at += 2;
            } else {
                at += 2 + word(file, at + 2);
            }
        }
    }

    private static int gif(byte[] file) {
        int at = 13 + colours(file[10]);
        while (true) {
            int block = file[at] & 0xFF;
            if (block == 0x3B) {
                return at + 1;
            } else if (block == 0x21) {
                at = behindBlocks(file, at + 2);
            } else if (block == 0x2C) {
                at = behindBlocks(file, at + 11 + colours(file[at + 9]));
            } else {
                return -1;
            }
        }
    }

    private static int bmp(byte[] file) {
        int size = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(2);
        return size > file.length ? -1 : size <= 0 ? file.length : size;
    }

    private static int behindBlocks(byte[] file, int start) {
        int at = start;
        while (file[at] != 0) {
            at += (file[at] & 0xFF) + 1;
        }
        return at + 1;
    }

    private static int colours(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int word(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }
}
