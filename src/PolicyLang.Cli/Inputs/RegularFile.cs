using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyLang.Cli.Inputs;

/// <summary>Reads regular files only: a device may have no end, and a pipe may never answer.</summary>
internal static partial class RegularFile
{
    private const int Chunk = 81920;

    /// <summary>Opens a file; null where the path is no regular file.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static FileStream? Open(string path)
    {
        var file = new FileStream(OpenHandle(path), FileAccess.Read, bufferSize: 0);

        // Pipes and terminals have no position; devices give bytes though their length is zero.
        if (file.CanSeek && (file.Length > 0 || file.ReadByte() < 0))
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <summary>Whether a path leads to a regular file with these bytes.</summary>
    public static bool Has(string path, ReadOnlySpan<byte> bytes)
    {
        using FileStream? file = Open(path);
        return file?.Length == bytes.Length && ReadUpTo(file, bytes.Length).AsSpan().SequenceEqual(bytes);
    }

    /// <summary>Whether a path leads to a regular file that begins with these bytes.</summary>
    public static bool StartsWith(string path, ReadOnlySpan<byte> start)
    {
        using FileStream? file = Open(path);
        return file is not null && ReadUpTo(file, start.Length).AsSpan().StartsWith(start);
    }

    /// <summary>The bytes of a stream, at most one more than the limit.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">How many bytes are wanted.</param>
    /// <param name="text">Whether to end with a zero byte, which no text has.</param>
    public static byte[] ReadUpTo(Stream stream, long limit, bool text = false)
    {
        var bytes = new MemoryStream();
        byte[] buffer = new byte[stream.CanSeek ? Math.Clamp(stream.Length - stream.Position + 1, 1, Chunk) : Chunk];
        while (bytes.Length <= limit
            && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limit + 1 - bytes.Length)) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (text && buffer.AsSpan(0, count).Contains((byte)0))
            {
                break;
            }
        }

        return bytes.ToArray();
    }

    // Open without blocking: a pipe without a writer would hold the program up for ever.
    private static SafeFileHandle OpenHandle(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            int flags = OperatingSystem.IsLinux() ? Linux : OperatingSystem.IsMacOS() ? Mac : Bsd;
            int descriptor = OpenFile(path, flags);
            if (descriptor >= 0)
            {
                return new SafeFileHandle(descriptor, ownsHandle: true);
            }
        }

        // What cannot be opened at all fails here with its reason.
        return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    // To read only, O_NONBLOCK and O_CLOEXEC, whose values differ.
    private const int Linux = 0x800 | 0x80000;
    private const int Mac = 0x4 | 0x1000000;
    private const int Bsd = 0x4 | 0x100000;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFile(string path, int flags);
}
