package dev.toolverdicts.catalog.site;

import dev.toolverdicts.platform.keptfiles.KeptFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The days that there is a dataset of, the latest first.
///
/// @param license the licence's name by SPDX
/// @param complete false while it is not known which votes are kept
record DatasetIndex(String license, String licenseUrl, boolean complete, List<Day> days) {

    static final String LICENSE = "CC-BY-4.0";
    static final String LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/";

    static DatasetIndex of(boolean complete, List<Day> days) {
        return new DatasetIndex(LICENSE, LICENSE_URL, complete, days);
    }

    record Day(LocalDate day, List<Part> parts) {}

    /// What one service made.
    ///
    /// @param sums where the sums of its files are
    record Part(String name, Instant writtenAt, String sums, List<File> files) {}

    record File(String path, String name, long rows, long bytes, String sha256) {

        static File of(LocalDate day, String part, KeptFile file) {
            return new File(
                    DatasetIndex.path(day, part, file.name()), file.name(), file.rows(), file.bytes(), file.sha256());
        }

        /// What is in it, from its name.
        public String content() {
            return Words.capital(name.substring(0, name.indexOf('.'))) + (name.contains(".csv") ? ", CSV" : ", NDJSON");
        }

        public String size() {
            return rows + " rows, " + Math.max(1, bytes / 1024) + " KiB";
        }
    }

    static String path(LocalDate day, String part, String file) {
        return "/dataset/" + day + "/" + part + "/" + file;
    }
}
