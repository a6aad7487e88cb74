-- An independent client: Neovim's own vim.lsp (0.7 or newer). The job comes in $NVIM_LSP_JOB (JSON), the result goes to $NVIM_LSP_OUT:
-- { cmd=[…], file=…, root=…, languageId=…, at={line,col} (1-based, for hover/definition/references/rename), completeAt={line,col}, newName=…, waitDiagnosticsMs=…,
--   settle=…, debounce=…, format=bool, init={…}, edit={line,text} (replace a line, wait for new diagnostics) }
local job = vim.json.decode(vim.env.NVIM_LSP_JOB)
local out = { nvim = ('%d.%d.%d'):format(vim.version().major, vim.version().minor, vim.version().patch), timings = {} }
local t0 = vim.loop.hrtime()
local function ms() return math.floor((vim.loop.hrtime() - t0) / 1e5) / 10 end
local function finish(code)
  local f = io.open(vim.env.NVIM_LSP_OUT, 'w'); f:write(vim.json.encode(out)); f:close()
  vim.cmd(code == 0 and 'qall!' or 'cquit!')
end
local function fail(m) out.error = m; finish(1) end

vim.o.swapfile = false
vim.lsp.set_log_level(vim.env.NVIM_LSP_LOG or 'warn')
local published = {}   -- version -> count; every publishDiagnostics of this file
local initialized, exited = false, nil
local caps = vim.lsp.protocol.make_client_capabilities()
local uri = vim.uri_from_fname(vim.fn.fnamemodify(job.file, ':p'))
local id = vim.lsp.start_client({
  name = 'under-test', cmd = job.cmd, root_dir = vim.fn.fnamemodify(job.root or vim.fn.fnamemodify(job.file, ':h'), ':p'),
  capabilities = caps, init_options = job.init, get_language_id = function() return job.languageId end,
  flags = { debounce_text_changes = job.debounce },  -- 0.7.2's default: 150 ms
  on_init = function(c, r) initialized = true; out.serverInfo = r.serverInfo; out.capabilities = r.capabilities; out.offsetEncoding = c.offset_encoding; out.timings.initialize = ms() end,
  on_exit = function(code, sig) exited = { code = code, signal = sig } end,
  on_error = function(code, err) out.clientErrors = out.clientErrors or {}; table.insert(out.clientErrors, tostring(vim.lsp.rpc.client_errors[code]) .. ': ' .. vim.inspect(err)) end,
  handlers = {
    ['textDocument/publishDiagnostics'] = function(e, r, ctx, cfg)
      if r and r.uri == uri then table.insert(published, { at = ms(), version = r.version, n = #r.diagnostics, diagnostics = r.diagnostics }) end
      vim.lsp.diagnostic.on_publish_diagnostics(e, r, ctx, cfg)
    end,
    ['window/showMessage'] = function(_, r) out.messages = out.messages or {}; table.insert(out.messages, r.message) end,
    ['window/logMessage'] = function() end,
  },
})
if not id then fail('the server did not start') end
vim.cmd('edit ' .. vim.fn.fnameescape(job.file))
local buf = vim.api.nvim_get_current_buf()
if not vim.wait(job.initMs or 20000, function() return initialized or exited end, 10) or exited then fail('no initialize answer') end
vim.lsp.buf_attach_client(buf, id)
local client = vim.lsp.get_client_by_id(id)
local wait = job.waitDiagnosticsMs or 20000
-- pull model is not in 0.7.2: only pushed diagnostics are seen
local got = vim.wait(wait, function() return #published > 0 and (job.allowEmpty or published[#published].n > 0) end, 10)
out.timings.firstDiagnostics = got and published[#published].at or vim.NIL
vim.wait(job.settle or 200, function() return false end, 10)
local function shown()
  local r = {}
  for _, d in ipairs(vim.diagnostic.get(buf)) do
    table.insert(r, { line = d.lnum + 1, col = d.col + 1, endLine = d.end_lnum + 1, endCol = d.end_col + 1, severity = d.severity, code = (d.user_data or {}).lsp and d.user_data.lsp.code or d.code, source = d.source, message = d.message })
  end
  return r
end
out.diagnostics = shown()

local function req(method, params, key)
  local s = vim.loop.hrtime()
  local r, err = client.request_sync(method, params, job.requestMs or 10000, buf)
  out.timings[key or method] = math.floor((vim.loop.hrtime() - s) / 1e5) / 10
  if err or not r then out[key] = { error = tostring(err) } elseif r.err then out[key] = { error = r.err } else out[key] = r.result == nil and vim.NIL or r.result end
  return r and r.result
end
local function goto_(p) vim.api.nvim_win_set_cursor(0, { p[1], p[2] - 1 }) end
local function pos() return vim.lsp.util.make_position_params(0, client.offset_encoding) end
local sc = client.server_capabilities
if job.at then
  goto_(job.at)
  if sc.hoverProvider then req('textDocument/hover', pos(), 'hover') end
  if sc.definitionProvider then req('textDocument/definition', pos(), 'definition') end
  if sc.referencesProvider then local p = pos(); p.context = { includeDeclaration = true }; req('textDocument/references', p, 'references') end
end
if sc.documentSymbolProvider then req('textDocument/documentSymbol', { textDocument = { uri = uri } }, 'documentSymbol') end
if job.completeAt and sc.completionProvider then
  goto_(job.completeAt)
  local p = pos(); p.context = { triggerKind = 1 }
  local r = req('textDocument/completion', p, 'completion')
  -- what Neovim itself makes of it: the items that its own completion menu would show
  if r then local ok, items = pcall(vim.lsp.util.text_document_completion_list_to_complete_items, r, ''); if ok then
    local l = {}; for i, x in ipairs(items) do if i <= (job.maxItems or 1000) then l[i] = x.word end end; out.completion = l; out.completionCount = #items end end
end
if job.at and job.newName and sc.renameProvider then
  goto_(job.at)
  local p = pos(); p.newName = job.newName
  local e = req('textDocument/rename', p, 'rename')
  if e then  -- applied by Neovim; the text after it is the proof
    local ok, err = pcall(vim.lsp.util.apply_workspace_edit, e, client.offset_encoding)
    out.textAfterRename = vim.api.nvim_buf_get_lines(buf, 0, -1, false); if not ok then out.renameError = err end
    vim.wait(job.settle or 200, function() return false end, 10)
  end
end
if job.format then
  local edits = req('textDocument/formatting', { textDocument = { uri = uri }, options = { tabSize = 2, insertSpaces = true } }, 'formatting')
  if edits then
    vim.lsp.util.apply_text_edits(edits, buf, client.offset_encoding)
    out.textAfterFormat = vim.api.nvim_buf_get_lines(buf, 0, -1, false)
    vim.wait(job.settle or 200, function() return false end, 10)
  end
end
if job.edit then  -- incremental didChange by Neovim's own sync code
  local n = #published; local s = vim.loop.hrtime()
  vim.api.nvim_buf_set_lines(buf, job.edit.line - 1, job.edit.line, false, { job.edit.text })
  vim.wait(wait, function() return #published > n end, 2)
  out.timings.editToDiagnostics = math.floor((vim.loop.hrtime() - s) / 1e5) / 10
  vim.wait(job.settle or 200, function() return false end, 10)
  out.diagnosticsAfterEdit = shown()
end
out.publishCount = #published
vim.lsp.stop_client(id)
vim.wait(3000, function() return exited end, 10)
out.serverExit = exited or vim.NIL; out.timings.total = ms()
finish(0)
