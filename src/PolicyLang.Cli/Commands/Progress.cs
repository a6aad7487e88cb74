namespace PolicyLang.Cli.Commands;

/// <summary>Tells on a terminal that a command is still at work, once it takes longer than a second.</summary>
internal sealed class Progress : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CommandHost _host;
    private readonly Timer? _timer;
    private readonly string _what;
    private int _seconds;
    private bool _stopped;

    private Progress(string what, CommandHost host)
    {
        _what = what;
        _host = host;
        _timer = host.ErrorIsTerminal ? new Timer(_ => Show(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)) : null;
    }

    public static Progress Start(string what, CommandHost host) => new(what, host);

    /// <summary>Clears the line; output may follow.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (!_stopped && _seconds > 0)
            {
                _host.Error.Write("\r\u001b[K");
            }

            _stopped = true;
        }
    }

    public void Dispose()
    {
        Stop();
        _timer?.Dispose();
    }

    private void Show()
    {
        lock (_gate)
        {
            if (!_stopped)
            {
                _host.Error.Write($"\r{_what} … {++_seconds} s");
            }
        }
    }
}
