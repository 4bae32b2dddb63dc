package org.keyway.certificate.softca;

import java.nio.file.Path;
import org.keyway.certificate.CaKeysContract;
import org.keyway.certificate.House;

class FileHomeTest extends CaKeysContract {

    @Override
    protected House house(Path folder) {
        return new House(folder, false);
    }
}
