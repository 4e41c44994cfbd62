package org.consumptionaid.marketplace.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.consumptionaid.marketplace.shared.BusinessDay;

/**
 * The school whose meals the demonstration's education bureau plans: counted for next week, with a
 * menu for two of its days.
 */
final class DemoBureau {
    private static final String CANTEEN =
            """
            INSERT INTO bureau_canteen (school_id, bureau_id, fen_per_pupil_day, suppliers_per_day, changed_at)
            SELECT c.organisation_id, e.organisation_id, 1200, 4, ?
            FROM person c, person e WHERE c.username = 'canteen' AND e.username = 'education'
            ON CONFLICT DO NOTHING
            """;
    private static final String WEEK =
            """
            INSERT INTO school_week (organisation_id, week_start, school_days)
            SELECT organisation_id, ?, 5 FROM person WHERE username = 'canteen' ON CONFLICT DO NOTHING
            """;
    private static final String COUNTS =
            """
            INSERT INTO head_count (organisation_id, week_start, age_group, pupils)
            SELECT p.organisation_id, ?, g.age_group, g.pupils
            FROM person p, (VALUES ('6-8', 210), ('9-11', 190)) AS g (age_group, pupils) WHERE p.username = 'canteen'
              AND NOT EXISTS (SELECT FROM head_count h WHERE h.organisation_id = p.organisation_id AND h.week_start = ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String MENU =
            """
            INSERT INTO menu_dish (organisation_id, day, sort, dish_code)
            SELECT p.organisation_id, ?::date + m.day, m.sort, m.dish
            FROM person p, (VALUES
                (0, 1, 'rice-millet'), (0, 2, 'braised-pork-potato'), (0, 3, 'stir-cabbage'), (0, 4, 'tomato-egg-soup'),
                (0, 5, 'fruit-apple'),
                (1, 1, 'steamed-rice'), (1, 2, 'tomato-egg'), (1, 3, 'sour-potato-shreds'), (1, 4, 'cabbage-tofu-soup'),
                (1, 5, 'milk-warm')) AS m (day, sort, dish)
            WHERE p.username = 'canteen'
              AND NOT EXISTS (SELECT FROM menu_dish d WHERE d.organisation_id = p.organisation_id AND d.day >= ?
                                                        AND d.day < ?::date + 7)
            """;

    private DemoBureau() {}

    static void load(Connection connection, Instant now) throws SQLException {
        LocalDate monday = BusinessDay.of(now).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        try (PreparedStatement canteen = connection.prepareStatement(CANTEEN);
                PreparedStatement week = connection.prepareStatement(WEEK);
                PreparedStatement counts = connection.prepareStatement(COUNTS);
                PreparedStatement menu = connection.prepareStatement(MENU)) {
            canteen.setTimestamp(1, Timestamp.from(now));
            canteen.executeUpdate();
            week.setObject(1, monday);
            week.executeUpdate();
            counts.setObject(1, monday);
            counts.setObject(2, monday);
            counts.executeUpdate();
            menu.setObject(1, monday);
            menu.setObject(2, monday);
            menu.setObject(3, monday);
            menu.executeUpdate();
        }
    }
}
