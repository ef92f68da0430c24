import { css } from 'lit';

export const widgetStyles = css`
  .frame.fault {
    height: auto;
    padding: 0;
    border: 0;
  }
`;
