import { chartStyles } from '@lantu/charts';
import { css } from 'lit';

/** The looks of the printed page: ink on paper, whatever the colours of the screen. */
export const printStyles = css`
  ${chartStyles}
  @page {
    margin: 15mm;
  }
  :root {
    color-scheme: light;
    font-size: 10pt;
    line-height: 1.6;
    color: #1a2027;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  :root.large {
    font-size: 14pt;
  }
  :root:lang(bo) {
    line-height: 2.1;
  }
  body {
    width: 680px;
    max-width: 100%;
    margin: 0 auto;
    overflow-wrap: anywhere;
  }
  h1 {
    margin: 0;
    font-size: 1.5em;
    line-height: inherit;
  }
  p,
  ul {
    margin: 0.35em 0 0;
  }
  ul {
    padding-inline-start: 1.2em;
  }
  .muted {
    color: #57616c;
  }
  .simulated {
    width: fit-content;
    margin-block: 0.6em;
    padding: 0.15em 0.6em;
    border: 1.5px solid #8a4600;
    color: #8a4600;
    font-weight: 600;
  }
  svg.lt-chart {
    display: block;
    max-width: 100%;
    height: auto;
    margin-block: 1em;
    break-inside: avoid;
  }
  table {
    width: 100%;
    margin-block: 1em;
    border-collapse: collapse;
    font-size: 1rem;
    line-height: inherit;
    color: inherit;
  }
  caption {
    margin-block-end: 0.35em;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 0.25em 0.6em;
    border-block-end: 0.75pt solid #b8c0c8;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    border-block-end: 1.5pt solid currentColor;
    font-weight: 600;
  }
  .numeric {
    text-align: end;
  }
  tr {
    break-inside: avoid;
  }
  .foot {
    margin-block-start: 1.2em;
    padding-block-start: 0.6em;
    border-block-start: 0.75pt solid #b8c0c8;
    font-size: 0.9em;
    break-inside: avoid;
  }
`;
