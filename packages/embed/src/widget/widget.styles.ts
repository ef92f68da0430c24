import { typeStyles } from '@lantu/elements/answer';
import { css } from 'lit';

/** Its type is set on the frame, not on the element: what stands inside before the widget is drawn keeps that of the page. */
export const widgetStyles = css`
  :host {
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    text-indent: inherit;
    text-transform: inherit;
    white-space: inherit;
    color: inherit;
  }
  :host slot {
    line-height: inherit;
  }
  .frame {
    ${typeStyles}
  }
  /* Not on the host: the style of all that stands inside would be found anew. */
  :host([frameless]) .frame {
    --lantu-padding: 0px;
    /* Margins of a still that had to stay inside are room above the first words. */
    padding-top: var(--lt-inset);
    --lantu-border: 0;
  }
  .frame.fault {
    display: block;
    height: auto;
    min-height: 0;
    padding-block: 0;
    border-block-width: 0;
    border-inline-color: transparent;
  }
  .frame.fault > .error {
    margin: 0;
  }
`;
