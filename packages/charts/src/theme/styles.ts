import { type CSSResult, unsafeCSS } from 'lit';
import { chartSheet } from './sheet.ts';

/** The style sheet that a shadow root with a chart needs: give the `<svg>` the class `lt-chart`. */
export const chartStyles: CSSResult = unsafeCSS(chartSheet());
