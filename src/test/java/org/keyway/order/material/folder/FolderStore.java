package org.keyway.order.material.folder;

import java.nio.file.Path;
import org.keyway.order.material.FileStore;
import org.keyway.shared.KeywayProperties;

/** Lets tests of the material package make a folder store. */
public final class FolderStore {

    private FolderStore() {}

    public static FileStore in(Path folder) {
        return new FolderFileStore(new KeywayProperties(folder, folder, false, "http://localhost", ""));
    }
}
