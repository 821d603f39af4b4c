export const HELP = `flagstaff <command>

  make-admin --email <address> (--password <password> | --password-stdin) [--name <name>]
      Makes somebody an administrator, who may exist already. Works on DATABASE_URL, or on the data folder: through
      the running server, or by itself where none runs.

  eval <flag> [--context <json>] --url <address> --key <client or server key>
      Prints a flag's value, as an application gets it.

  explain <flag> [--context <json>] --url <address> --key <key> [--project <key> --environment <key>]
      Prints each step of the evaluation. With a server key; with an admin key for a project's environment.

  declare --file <flags.json> --project <key> --environment <key> --source <name> --version <version>
          --url <address> --key <admin key>
      Tells the server which flags an application declares: a JSON list of {"key","type","default","description"}, or
      an object with "flags", which may also hold environment, source and version.

  memberships sync [--flag <key>] [--environment <key>] --project <key> --url <address> --key <admin key>
      Brings the copies of flags' groups up to date: of everything, an environment, or a flag.

  memberships import <file.csv> --environment <key> [--flag <key>] [--dry-run] [--skip-errors] [--comment <text>]
          --project <key> --url <address> --key <admin key>
      Adds memberships from a file: columns subject or tenant, flag, startDate and endDate or startsAt and endsAt,
      timezone, variant, note. Where a line has an error nothing is added, unless such lines are skipped.

  audit verify [--file <export> | --project <key> --url <address> --key <admin key>]
      Tells whether the audit was tampered with: in the database, in an exported file, or by asking a server.

  audit export
      Prints the audit as JSON, to verify elsewhere.

Options
  --json   print JSON            --url, --key   default to FLAGSTAFF_URL and FLAGSTAFF_KEY
  --help   print this            exit codes     0 done · 1 refused, failed, or tampered · 2 called wrongly`;
