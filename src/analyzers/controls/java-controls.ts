import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

/** The first needs strings to be joined in the way that Java 8 did, and the platform's classes to be known; the second data flow. */
export const findbugsControls: NonEmpty<Control> = [
  {
    language: 'java',
    name: 'SQL built in a string',
    cwe: 'CWE-89',
    bad: `import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

class Orders {
  boolean has(Connection connection, String customer) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT id FROM orders WHERE customer = '" + customer + "'");
    }
  }
}
`,
    good: `import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

class Orders {
  boolean has(Connection connection, String customer) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM orders WHERE customer = ?")) {
      statement.setString(1, customer);
      return statement.execute();
    }
  }
}
`,
  },
  {
    language: 'java',
    name: 'a null followed',
    cwe: 'CWE-476',
    bad: `class Names {
  record Name(String text) {}

  int length(boolean known) {
    String name = null;
    if (known) {
      System.out.println("known");
    }
    return name.length();
  }
}
`,
    good: `class Names {
  record Name(String text) {}

  int length(String name) {
    return name == null ? 0 : name.length();
  }
}
`,
  },
];
