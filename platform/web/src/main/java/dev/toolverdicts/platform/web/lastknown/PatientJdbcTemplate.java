package dev.toolverdicts.platform.web.lastknown;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// Limits statements that a page waits for.
final class PatientJdbcTemplate extends JdbcTemplate {

    private final Patience patience;

    PatientJdbcTemplate(DataSource database, Patience patience) {
        super(database);
        this.patience = patience;
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        patience.limit(statement);
    }
}
