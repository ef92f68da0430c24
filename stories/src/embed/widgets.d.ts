declare module 'virtual:widgets' {
  const widget: import('../../.storybook/widgets.ts').BakedWidget;
  export default widget;
}
