/** One name after the other, with blanks between them. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Parameters so named hold a folder: whoever hands it over decides where it is. */
export const folderNamed =
  '^(base|root|dest|destination|folder|dir|directory|target|prefix|workdir|cwd|out|output)(_?([Dd]ir|[Pp]ath|[Ff]older|[Rr]oot|[Dd]irectory))?$|(_d|[a-z]D)ir(ectory)?$|(_r|[a-z]R)oot$|(_f|[a-z]F)older$|_base$';

/** Parameters so named are numbers where nobody says otherwise. */
export const numberNamed =
  '^(count|quantity|amount|total|width|height|age|year|month|day|hour|minute|price|rate|timeout|depth|seconds|number_of_\\w+|numberOf\\w+|num_\\w+|num[A-Z]\\w*)$';
