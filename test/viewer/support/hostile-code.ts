/** Code that would run, or end the page's script, if it were ever taken for markup. */
export const hostile = [
  '</script><img src=x onerror="window.ran = 1"><script>window.ran = 2</script>',
  '<!--<script>\u2028\u2029"""&lt;/script&gt;',
  '<svg onload="window.ran = 3"><a href="javascript:window.ran = 4">x</a>',
].join('\n');
