import { dataPlace, html } from '../../src/report/html.ts';
import { json } from '../../src/report/json.ts';
import { junit } from '../../src/report/junit.ts';
import { markdown } from '../../src/report/markdown.ts';
import { sarif } from '../../src/report/sarif.ts';
import { describeReportFormat } from '../contracts/report-format.ts';

describeReportFormat('json', json);
describeReportFormat('markdown', markdown);
describeReportFormat('sarif', sarif);
describeReportFormat('junit', junit);
describeReportFormat('html', () => html({ template: `<body>${dataPlace}</body>` }));
